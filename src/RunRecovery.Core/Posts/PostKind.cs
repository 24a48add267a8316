namespace RunRecovery.Core.Posts;

/// <summary>The three kinds of text the blog publishes. They share storage, visibility and rendering, and differ in their addresses.</summary>
public enum PostKind
{
    Post = 0,
    Tip = 1,
    Page = 2,
}
