using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NetVips;

namespace RunRecovery.Browser.Tests.Desk;

/// <summary>What authors do at the editor, in their words.</summary>
internal static partial class Typing
{
    private const string Give = """
        (text, [type, parts]) => {
          const data = new DataTransfer();
          for (const [kind, name, content] of parts) {
            if (kind === 'file') {
              const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
              data.items.add(new File([bytes], name, { type: name.endsWith('.png') ? 'image/png' : '' }));
            } else {
              data.setData(name, content);
            }
          }
          const details = { bubbles: true, cancelable: true };
          text.focus();
          const event = type === 'paste' ? new ClipboardEvent('paste', { ...details, clipboardData: data }) : new DragEvent('drop', { ...details, dataTransfer: data });
          return text.dispatchEvent(event);
        }
        """;

    extension(IPage page)
    {
        public ILocator Title => page.GetByLabel("Title", new() { Exact = true });
        public ILocator Text => page.GetByLabel("Text in Markdown");
        public ILocator Status => page.Locator("[data-status]");
        public ILocator Preview => page.GetByRole(AriaRole.Region, new() { Name = "Preview" });

        public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        /// <summary>Also after an address that the script has given the page.</summary>
        public int PostId() => int.Parse(IdInAddress().Match(page.Url).Groups["id"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>Waits for the server and not only for the words, which may still be those of the save before.</summary>
        public async Task SaveAsRevisionAsync()
        {
            await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Control+s"), answer => answer.Url.Contains("save=true", StringComparison.Ordinal));
            await page.SeeStatusAsync("Saved as a revision.");
        }

        public Task SeeStatusAsync(string words) => Assertions.Expect(page.Status).ToContainTextAsync(words);

        public Task SeeTextAsync(string part) => Assertions.Expect(page.Text).ToHaveValueAsync(new Regex(Regex.Escape(part)));

        public async Task WriteAtEndAsync(string words)
        {
            await page.Text.FocusAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.TypeAsync(words);
        }

        public Task PasteAsync(params (string Name, byte[] Content)[] files) => page.GiveAsync("paste", [.. files.Select(File)]);

        public Task DropAsync(params (string Name, byte[] Content)[] files) => page.GiveAsync("drop", [.. files.Select(File)]);

        public Task PasteRichAsync(string html) => page.GiveAsync("paste", [["text", "text/html", html], ["text", "text/plain", "plain"]]);

        private async Task GiveAsync(string type, string[][] parts) => await page.Text.EvaluateAsync(Give, new object[] { type, parts });

        public async Task PublishNowAsync()
        {
            await page.Button("Publish…").ClickAsync();
            await page.Button("Publish now").ClickAsync();
            await Assertions.Expect(page.GetByText("Published: readers see it now.")).ToBeVisibleAsync();
        }
    }

    public static byte[] Png(int grey)
    {
        using var image = Image.Black(900, 600) + grey;
        return image.Cast(Enums.BandFormat.Uchar).PngsaveBuffer();
    }

    private static string[] File((string Name, byte[] Content) file) => ["file", file.Name, Convert.ToBase64String(file.Content)];

    [GeneratedRegex(@"/posts/(?<id>\d+)")]
    private static partial Regex IdInAddress();
}
