using System.Text.Json;
using CsCheck;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Writing;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>Opening the editor and saving without a change changes nothing, whatever a post says.</summary>
public sealed class FormRoundTripTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Of("a", "", " ", "legs, heavy", "\"", "\"quoted\"", "say \"so\", or", "\",\"", " leading", "trailing ", "two\nlines", "\n", "\ta", "'", "<b>&amp;", "ä", "0", "null", "[]", ",", ", ,"),
        Gen.String[Of('a', '"', ',', ' ', '\n', '<', '&', '\'', '\\', '\t'), 0, 6]);

    private static readonly Gen<string?> Maybe = Gen.OneOf(Hostile.Select(s => (string?)s), Gen.Const((string?)null));
    private static readonly Gen<IReadOnlyList<string>> Many = Hostile.List[0, 3].Select(l => (IReadOnlyList<string>)l);
    private static readonly Gen<DateTime?> Time = Gen.OneOf(Gen.Const((DateTime?)null), Gen.Long[0, 6_000_000_000].Select(s => (DateTime?)DateTime.UnixEpoch.AddSeconds(s).AddTicks(s % 7)));

    private static readonly Gen<PostFields> Fields =
        from words in Gen.Select(Gen.Enum<PostKind>(), Hostile, Hostile, Maybe, Maybe, Maybe, Maybe)
        from lists in Gen.Select(Many, Many, Many, Many)
        from more in Gen.Select(Maybe, Maybe, Maybe, Maybe, Maybe, Maybe, Maybe)
        from things in Gen.Select(Time, Time, Gen.Int[-5, 5], Gen.Bool, Gen.Bool, Gen.Bool, Hostile)
        select new PostFields
        {
            Kind = words.Item1,
            Title = words.Item2,
            Slug = words.Item3.Trim(),
            Markdown = words.Item2 + "\n" + words.Item3,
            Description = words.Item4,
            Summary = words.Item5,
            Series = words.Item6,
            Author = words.Item7,
            Categories = lists.Item1,
            Tags = lists.Item2,
            Sources = lists.Item3,
            Aliases = lists.Item4,
            Language = more.Item1,
            CanonicalUrl = more.Item2,
            ReviewedBy = more.Item3,
            Phase = more.Item4,
            AppliesTo = more.Item5,
            Grade = more.Item6,
            UnknownFrontMatter = more.Item7,
            ExpiresAt = things.Item1,
            Date = things.Item2,
            SeriesOrder = things.Item3 == 0 ? null : things.Item3,
            Featured = things.Item4,
            Draft = things.Item5,
            Comments = things.Item6,
            ReviewedOn = things.Item2 is { } day ? DateOnly.FromDateTime(day) : null,
            Image = things.Item4 ? new PostImage(things.Item7, more.Item1, more.Item2) : null,
            Video = things.Item5 ? new PostVideo(things.Item7, more.Item3, more.Item4, more.Item5, more.Item6) : null,
        };

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Zurich")]
    [InlineData("Pacific/Apia")]
    public void What_was_not_touched_stays_as_it_was(string zone)
    {
        var site = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Fields.Sample(
            fields =>
            {
                var read = Sent(PostForm.Of(fields, site)).Read(site, out var problems);
                return problems.Count == 0 && PostFieldsJson.Write(read) == PostFieldsJson.Write(fields);
            },
            iter: 3000,
            print: fields => JsonSerializer.Serialize(fields));
    }

    [Fact]
    public async Task Through_the_page_too()
    {
        await using var blog = new BlogApplication { Settings = new() { ["Site:TimeZone"] = "Europe/Zurich" } };
        using var ada = await blog.SignedInAsync();
        foreach (var kind in Enum.GetValues<PostKind>())
        {
            var saved = await blog.Save(APost($"marked-{kind}".ToLowerInvariant(), "\"Legs\", <heavy> & 'light'\nin two lines") with
            {
                Kind = kind,
                Markdown = "  code\n\n\ttab <b> &amp; </textarea>\n\n",
                Description = "one\n\n<two> \"three\"",
                Summary = "a\nb",
                Categories = ["legs, heavy", "say \"so\""],
                Tags = ["\"a", "it's", "ä ö"],
                Series = "Weeks, \"quoted\"",
                SeriesOrder = -3,
                Sources = ["a2001", "b, c"],
                Image = new PostImage("legs.png", "a\nb", " "),
                Video = new PostVideo("film.mp4", null, "captions.vtt", "t\nu", "PT40S"),
                ExpiresAt = new DateTime(2027, 10, 31, 0, 30, 17, DateTimeKind.Utc),
                ReviewedOn = new DateOnly(2026, 2, 28),
                ReviewedBy = "Dr. \"A\"",
                Phase = "rest",
                Grade = "weak",
                AppliesTo = "any, race",
                Language = "de-CH",
                Featured = true,
                Comments = false,
                UnknownFrontMatter = "mood: good",
                Aliases = [$"/old one {kind}"],
            });

            var answer = await (await PageForm.OpenAsync(ada, WritersDesk.Edit(saved.PostId))).SendAsync();
            await (await PageForm.OpenAsync(ada, WritersDesk.Publish(saved.PostId), "#details")).SendAsync();

            Assert.Equal(WritersDesk.Edit(saved.PostId), answer.Headers.Location?.OriginalString);
            Assert.Null(await blog.CopyAsync(saved.PostId));
            Assert.Equal((kind, saved.Version, 1), (kind, (await blog.PostAsync(saved.PostId)).Version, (await blog.PostAsync(saved.PostId)).Revisions.Count));
        }
    }

    /// <summary>As a browser sends it and the program reads it: one line where the field has one, nothing where it is empty.</summary>
    private static PostForm Sent(PostForm form)
    {
        foreach (var field in typeof(PostForm).GetProperties().Where(p => p.PropertyType == typeof(string) && p.Name is not nameof(PostForm.Start)))
        {
            var hasLines = field.Name is nameof(PostForm.Markdown) or nameof(PostForm.Description) or nameof(PostForm.Summary);
            var value = ((string?)field.GetValue(form))?.ReplaceLineEndings(hasLines ? "\r\n" : "");
            field.SetValue(form, string.IsNullOrEmpty(value) ? null : value);
        }

        return form;
    }
}
