using System.Net;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>What authors do, through the pages and without script.</summary>
internal static class WritersDesk
{
    public const string New = "/admin/posts/new";

    /// <summary>Writes a new post and saves it.</summary>
    /// <returns>Its id.</returns>
    public static async Task<int> WriteAsync(this HttpClient author, params (string Name, string Value)[] fields) => await author.WriteKindAsync(PostKind.Post, fields);

    public static async Task<int> WriteKindAsync(this HttpClient author, PostKind kind, params (string Name, string Value)[] fields)
    {
        var form = await PageForm.OpenAsync(author, $"{New}?kind={kind}");
        var answer = await form.With(fields).SendAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return IdIn(answer.Headers.Location!.OriginalString);
    }

    /// <summary>Changes a post and saves it.</summary>
    public static async Task<HttpResponseMessage> EditAsync(this HttpClient author, int post, params (string Name, string Value)[] fields) =>
        await (await PageForm.OpenAsync(author, Edit(post))).With(fields).SendAsync();

    /// <summary>Presses a button of the publish page.</summary>
    public static async Task<HttpResponseMessage> PublishAsync(this HttpClient author, int post, string handler = "Now", params (string Name, string Value)[] fields)
    {
        var form = await PageForm.OpenAsync(author, Publish(post), $"form[action$='handler={handler}']");
        foreach (var (name, value) in fields)
        {
            form.Forge(name, value);
        }

        return await form.SendAsync();
    }

    public static async Task<int> WriteAndPublishAsync(this HttpClient author, params (string Name, string Value)[] fields)
    {
        var post = await author.WriteAsync(fields);
        Assert.Equal(Publish(post), (await author.PublishAsync(post)).Headers.Location?.OriginalString);
        return post;
    }

    public static string Edit(int post) => $"/admin/posts/{post}";

    public static string Publish(int post) => $"/admin/posts/{post}/publish";

    public static Task<Post> PostAsync(this BlogApplication blog, int id) => blog.Ask<BlogContext, Post>(db =>
        db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).Include(p => p.Revisions).SingleAsync(p => p.Id == id));

    public static async Task<PostFields?> CopyAsync(this BlogApplication blog, int post) =>
        (await blog.Ask<BlogContext, WorkingCopy?>(db => db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(c => c.PostId == post && !c.IsBeside)))?.Read();

    /// <summary>A changed file comes in.</summary>
    public static async Task ImportAsync(this BlogApplication blog, int id, Func<PostFields, PostFields> change)
    {
        var post = await blog.PostAsync(id);
        var valid = (await blog.Ask<PostValidator, ValidPost?>(validator => Task.FromResult(validator.Validate(change(PostFields.Of(post)), out _))))!;
        Assert.IsType<SaveResult.Saved>(await blog.Ask<PostStore, SaveResult>(store => store.SaveAsync(new PostChange(id, post.Version, valid, RevisionOrigin.Import))));
    }

    private static int IdIn(string address) => int.Parse(address.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
}
