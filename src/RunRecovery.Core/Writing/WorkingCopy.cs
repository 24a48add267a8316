using System.Text.Encodings.Web;
using System.Text.Json;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>
/// What an author is writing and has not published. It never touches the post that readers see. A post has one, and beside it a further
/// one for each text that could not be merged into it.
/// </summary>
public sealed class WorkingCopy
{
    public int Id { get; init; }
    public int PostId { get; init; }
    public Post? Post { get; init; }

    /// <summary>A text that met another one and is kept beside it until somebody decides.</summary>
    public bool IsBeside { get; set; }

    /// <summary>The version of the post that this began from; what the post has become since is merged in.</summary>
    public int PostVersion { get; set; }

    /// <summary>What the post was then: the common beginning of a merge. As JSON.</summary>
    public required string Start { get; set; }

    /// <summary>New with each save and never used twice: whoever names another one has not seen what is here.</summary>
    public required string Stamp { get; set; }

    /// <summary>The <see cref="PostFields"/> as JSON; nothing in them is required yet.</summary>
    public required string Fields { get; set; }

    /// <summary>As in <see cref="Fields"/>, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What <see cref="Fields"/> say in words, to be searched: in JSON the names of fields would be found too.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The window that wrote last, by the random name it gave itself.</summary>
    public string? Window { get; set; }

    /// <summary>Counts what that window sent: what arrives late is older, not newer.</summary>
    public long Tick { get; set; }

    /// <summary>More is in it than that window sent, and it may not have heard: what it writes next must name the stamp, or is merged too.</summary>
    public bool IsMerged { get; set; }

    public DateTime SavedAt { get; set; }
    public int? AccountId { get; set; }

    public PostFields Read() => PostFieldsJson.Read(Fields);

    internal void Write(PostFields fields)
    {
        (Fields, Stamp) = (PostFieldsJson.Write(fields), NewStamp());
        (Title, Words) = (fields.Title, $"{fields.Title}\n{fields.Slug}\n{fields.Markdown}");
    }

    /// <summary>From now on the text is based on what the post is now.</summary>
    internal void BaseOn(Post post) => (PostVersion, Start) = (post.Version, PostFieldsJson.Write(OpenText.LiveOf(post)));

    internal static string NewStamp() => Guid.CreateVersion7().ToString("N");
}

/// <summary>How fields are stored in revisions and working copies, and carried by a form.</summary>
public static class PostFieldsJson
{
    /// <summary>A form can be forged: no field is null that must not be.</summary>
    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true };

    /// <summary>Letters of all scripts stay as they are: spelled, they would be six times as long. It is no part of a page.</summary>
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(PostFields fields) => JsonSerializer.Serialize(fields, Short);

    /// <exception cref="JsonException">The text is not one that <see cref="Write"/> made.</exception>
    public static PostFields Read(string json) => JsonSerializer.Deserialize<PostFields>(json, Strict) ?? throw new JsonException("Wanted the fields of a post.");
}
