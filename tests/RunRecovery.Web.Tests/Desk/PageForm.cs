using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>A form as a browser without script has it: with everything that stands in it, to be filled in and sent.</summary>
internal sealed class PageForm
{
    private readonly HttpClient _client;
    private readonly bool _isMultipart;
    private readonly List<(string Name, string Value)> _fields;

    private PageForm(HttpClient client, string page, IHtmlDocument document, IHtmlFormElement form)
    {
        _client = client;
        Document = document;
        Action = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        _isMultipart = form.Enctype == "multipart/form-data";
        _fields = [.. form.Elements.SelectMany(FieldsOf)];
    }

    public IHtmlDocument Document { get; }
    public string Action { get; }

    public string this[string name]
    {
        get => _fields.First(f => f.Name == name).Value;
        set
        {
            Assert.Contains(_fields, f => f.Name == name);
            _fields.RemoveAll(f => f.Name == name);
            _fields.Add((name, value));
        }
    }

    public static async Task<PageForm> OpenAsync(HttpClient client, string page, string selector = "form.writing") =>
        Read(client, page, await client.GetStringAsync(page), selector);

    public static PageForm Read(HttpClient client, string page, string html, string selector = "form.writing")
    {
        var document = new HtmlParser().ParseDocument(html);
        return new PageForm(client, page, document, Assert.IsType<IHtmlFormElement>(document.QuerySelector(selector), exactMatch: false));
    }

    public PageForm With(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            this[name] = value;
        }

        return this;
    }

    /// <summary>A field that is not on the form.</summary>
    public PageForm Forge(string name, string value)
    {
        _fields.RemoveAll(f => f.Name == name);
        _fields.Add((name, value));
        return this;
    }

    /// <param name="address">Else that of the form.</param>
    /// <param name="button">What the button that is pressed says.</param>
    public async Task<HttpResponseMessage> SendAsync(string? address = null, (string Name, string Value)? button = null)
    {
        var fields = _fields.Concat(button is { } pressed ? [pressed] : []);
        if (!_isMultipart)
        {
            return await _client.PostAsync(address ?? Action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        }

        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
            parts.Add(part);
        }

        return await _client.PostAsync(address ?? Action, parts);
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" or "button" } => [],
        IHtmlInputElement { Name: { Length: > 0 } name, Type: "hidden" or "checkbox" or "radio" } hidden => [(name, hidden.Value)],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [(name, input.Value.ReplaceLineEndings(""))],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [(name, area.Value.ReplaceLineEndings("\r\n"))],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [(name, select.Value ?? "")],
        _ => [],
    };
}
