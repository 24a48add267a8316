namespace RunRecovery.Browser.Tests.Readers;

/// <summary>Sends each new entry as a mail, here into a folder.</summary>
internal sealed class Rss2Email(string home, Uri feed) : IReader
{
    private string Mails => Path.Combine(home, "mail", "inbox");

    public async Task<IReadOnlyList<ReadEntry>> ReloadAsync()
    {
        if (!Directory.Exists(home))
        {
            await SubscribeAsync();
        }

        await RunAsync("run");
        var mails = Path.Combine(Mails, "new");
        var entries = await Tool.ReadAsync<ReadEntry[]>(Tool.Python, "read-mails.py", mails);
        foreach (var mail in Directory.EnumerateFiles(mails))
        {
            File.Delete(mail);
        }

        return [.. entries.OrderByDescending(e => e.Published)];
    }

    private async Task SubscribeAsync()
    {
        foreach (var folder in new[] { "new", "cur", "tmp" })
        {
            Directory.CreateDirectory(Path.Combine(Mails, folder));
        }

        await File.WriteAllTextAsync(Path.Combine(home, "r2e.cfg"), $"""
            [DEFAULT]
            from = blog@example.invalid
            to = reader@example.invalid
            name-format = {"{author}"}
            date-header = True
            date-header-order = issued
            email-protocol = maildir
            maildir-path = {Path.Combine(home, "mail")}
            maildir-mailbox = inbox
            """);
        await RunAsync("add", "blog", feed.AbsoluteUri);
    }

    private Task<string> RunAsync(params string[] command) =>
        Tool.RunAsync("r2e", ["-c", Path.Combine(home, "r2e.cfg"), "-d", Path.Combine(home, "r2e.json"), .. command], home);
}
