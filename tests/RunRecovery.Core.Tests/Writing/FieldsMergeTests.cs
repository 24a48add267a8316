using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

public sealed class FieldsMergeTests
{
    /// <summary>A post's own, whatever an editor sends.</summary>
    private static readonly string[] NotTheirsToChange = [nameof(PostFields.Kind), nameof(PostFields.FeedId)];

    private static readonly PostFields Start = new() { Kind = PostKind.Post, Title = "Easy days", Slug = "easy-days", Markdown = "Rest." };

    public static TheoryData<string> Properties => [.. typeof(PostFields).GetProperties().Where(p => p.CanWrite && !NotTheirsToChange.Contains(p.Name)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_change_of_one_property_survives_whoever_made_it(string name)
    {
        var changed = With(Start, name, Other(name, "one"));
        Assert.False(FieldsMerge.AreSame(Start, changed));

        Assert.True(FieldsMerge.AreSame(changed, FieldsMerge.Merge(Start, changed, Start)!));
        Assert.True(FieldsMerge.AreSame(changed, FieldsMerge.Merge(Start, Start, changed)!));
        Assert.True(FieldsMerge.AreSame(changed, FieldsMerge.Merge(Start, changed, changed)!));
        Assert.True(FieldsMerge.AreSame(Start, FieldsMerge.Merge(changed, Start, changed)!));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_property_that_both_changed_in_different_ways_is_a_conflict(string name)
    {
        // Of what is on or off there is only one other way.
        if (typeof(PostFields).GetProperty(name)!.PropertyType != typeof(bool))
        {
            Assert.Null(FieldsMerge.Merge(Start, With(Start, name, Other(name, "one")), With(Start, name, Other(name, "two"))));
        }
    }

    /// <summary>Else the revisions of before could not be read any more.</summary>
    [Fact]
    public void Fields_that_an_older_program_wrote_can_be_read()
    {
        var required = typeof(PostFields).GetProperties().Where(p => p.GetCustomAttribute<RequiredMemberAttribute>() is not null).Select(p => p.Name);
        Assert.Equal(["Kind", "Markdown", "Slug", "Title"], required.Order(StringComparer.Ordinal));

        var read = PostFieldsJson.Read("""{"Kind":0,"Title":"Easy days","Slug":"easy-days","Markdown":"Rest.","OfAnotherProgram":[1]}""");

        Assert.True(FieldsMerge.AreSame(Start, read));
    }

    [Fact]
    public void Fields_are_read_as_they_were_written()
    {
        var written = Properties.Select(row => row.Data).Aggregate(Start, (fields, name) => With(fields, name, Other(name, "\u0000\"<ünï 🏃")));

        Assert.True(FieldsMerge.AreSame(written, PostFieldsJson.Read(PostFieldsJson.Write(written))));
    }

    [Theory]
    [InlineData("one\r\ntwo\rthree\n")]
    [InlineData("\ufeffone\ntwo\nthree\n")]
    public void Lines_have_one_spelling(string text)
    {
        var fields = Start with { Markdown = text, Summary = "a\r\nb" };

        Assert.Equal("one\ntwo\nthree\n", fields.Markdown);
        Assert.Equal("a\nb", fields.Summary);
        Assert.Equal("one\ntwo\nthree\n", JsonSerializer.Deserialize<PostFields>(JsonSerializer.Serialize(new { Kind = 0, Title = "", Slug = "", Markdown = text }))!.Markdown);
    }

    private static PostFields With(PostFields fields, string name, object value)
    {
        var copy = fields with { };
        typeof(PostFields).GetProperty(name)!.SetValue(copy, value);
        return copy;
    }

    private static object Other(string name, string way) => typeof(PostFields).GetProperty(name)!.PropertyType switch
    {
        var type when type == typeof(string) => way,
        var type when type == typeof(bool) => !(bool)typeof(PostFields).GetProperty(name)!.GetValue(Start)!,
        var type when type == typeof(int?) => way.Length + way[0],
        var type when type == typeof(DateTime?) => BlogDatabase.Now.AddDays(way[0]),
        var type when type == typeof(DateOnly?) => DateOnly.FromDateTime(BlogDatabase.Now).AddDays(way[0]),
        var type when type == typeof(IReadOnlyList<string>) => new List<string> { way, "and more" },
        var type when type == typeof(PostImage) => new PostImage("/media/legs.png", way),
        var type when type == typeof(PostVideo) => new PostVideo("https://example.org/video", way),
        var type => throw new ArgumentException($"{name} is of a type this test does not know: {type}."),
    };
}
