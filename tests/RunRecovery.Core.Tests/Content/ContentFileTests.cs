using System.Globalization;
using RunRecovery.Core.Content;

namespace RunRecovery.Core.Tests.Content;

public sealed class ContentFileTests : IDisposable
{
    private readonly ContentOnDisk _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Numbers_are_written_as_the_words_around_them_are_in_English_wherever_the_computer_is()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("has 1,048,577 bytes; at most 1,048,576 are allowed.", Assert.Throws<ContentRefusedException>(() => Read(new byte[ContentFile.MaxBytes + 1])).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_accepted() =>
        Assert.Equal("---\ntitle: a\n---\nText\n", Read([0xEF, 0xBB, 0xBF, .. "---\r\ntitle: a\r\n---\r\nText\r\n"u8]).Text);

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Read("abc"u8.ToArray()).Hash);

    [Fact]
    public void What_is_not_UTF8_is_refused_with_the_line_of_its_first_bad_byte()
    {
        var refusal = Assert.Throws<ContentRefusedException>(() => Read([.. "one\ntwo\nthr"u8, 0xE9, .. "\n"u8, 0xE9]));

        Assert.Equal((3, "is not UTF-8 (byte 0xE9); save it as UTF-8."), (refusal.Line, refusal.Message));
    }

    [Fact]
    public void A_character_cut_at_the_end_is_not_UTF8() => Assert.Throws<ContentRefusedException>(() => Read([.. "one"u8, 0xC3]));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_refused(string text) =>
        Assert.StartsWith("is empty", Assert.Throws<ContentRefusedException>(() => Read(System.Text.Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_10_MB_is_refused_without_being_read()
    {
        var path = _content.Write("posts/large.md", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(10_000_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<ContentRefusedException>(() => ContentFile.Read(path));

        Assert.Equal("has 10,000,000,000 bytes; at most 1,048,576 are allowed.", refusal.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.StartsWith("cannot be read", Assert.Throws<ContentRefusedException>(() => ContentFile.Read(Path.Combine(_content.Root, "none.md"))).Message, StringComparison.Ordinal);

    private ContentFile Read(byte[] bytes) => ContentFile.Read(_content.Write("posts/a.md", bytes));
}
