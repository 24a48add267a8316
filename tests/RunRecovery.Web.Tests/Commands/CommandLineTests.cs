using RunRecovery.Web.Commands;

namespace RunRecovery.Web.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("import", "import", "")]
    [InlineData("import folder", "import folder", "")]
    [InlineData("import --Data:Path=/d", "import", "--Data:Path=/d")]
    [InlineData("import --Data:Path /d folder", "import folder", "--Data:Path /d")]
    [InlineData("--Data:Path=/d check folder", "check folder", "--Data:Path=/d")]
    [InlineData("--urls http://localhost:5001", "", "--urls http://localhost:5001")]
    [InlineData("--Content:Path=", "", "--Content:Path=")]
    [InlineData("check --help", "check --help", "")]
    [InlineData("-h", "-h", "")]
    [InlineData("--version", "--version", "")]
    public void Settings_are_no_words_for_a_command(string line, string words, string settings)
    {
        var split = CommandLineWords.Split(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((words, settings), (string.Join(' ', split.Words), string.Join(' ', split.Settings)));
    }
}
