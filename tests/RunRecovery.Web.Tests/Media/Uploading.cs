using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NetVips;

namespace RunRecovery.Web.Tests.Media;

/// <summary>Sends files as browsers do, byte for byte.</summary>
internal static class Uploading
{
    private const string Boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    public static byte[] Picture(string ending = "png", int width = 60, int height = 40)
    {
        using var image = Image.Black(width, height);
        return image.WriteToBuffer($".{ending}");
    }

    /// <summary>As the script does: the token in a header.</summary>
    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, string name, byte[] content, string? alt = null, string type = "application/octet-stream") =>
        client.SendAsync(Links.DeskMedia, new HttpRequestMessage(HttpMethod.Post, Links.DeskUpload) { Content = Form([.. alt is null ? [] : Field("alt", alt), .. FileField("file", name, content, type)]) });

    /// <summary>As a form without script does: the token in a field.</summary>
    public static async Task<HttpResponseMessage> PostFilesAsync(this HttpClient client, string page, string address, params (string Field, string Name, byte[] Content)[] files)
    {
        var token = await client.TokenAsync(page);
        return await client.PostAsync(address, Form([.. Field("__RequestVerificationToken", token), .. files.SelectMany(file => FileField(file.Field, file.Name, file.Content, "application/octet-stream"))]));
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public static async Task<string> ProblemAsync(this HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("problem").GetString()!;

    public static byte[] FileField(string field, string name, byte[] content, string type) =>
        [.. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n"), .. content, .. "\r\n"u8];

    public static byte[] Field(string name, string value) => Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");

    public static HttpContent Form(byte[] fields, bool isWhole = true)
    {
        var form = new ByteArrayContent([.. fields, .. isWhole ? Encoding.ASCII.GetBytes($"--{Boundary}--\r\n") : []]);
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return form;
    }
}
