using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Media;
using RunRecovery.Web.Media;

namespace RunRecovery.Web.Tests.Media;

/// <summary>Over a real socket, because the limit is the server's.</summary>
public sealed class BodyLimitTests : IAsyncLifetime
{
    private const int DefaultLimit = 30_000_000;

    private readonly BlogApplication _blog = new();
    private HttpClient _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _blog.UseKestrel(0);
        _blog.StartServer();
        var address = _blog.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _ada = new HttpClient(new CookieJar { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) } }) { BaseAddress = new Uri(address) };
        var key = await _blog.Ask<InvitationStore, string>(invitations => invitations.ToJoinAsync(Role.Author, "Ada"));
        await _ada.PostFormAsync(Links.InvitationWith(key), ("Name", "Ada"), ("Password", BlogApplication.Password));
    }

    public async ValueTask DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_film_may_be_larger_than_any_other_request()
    {
        var film = new byte[DefaultLimit + 1_000_000];
        "\0\0\0\u0018ftypisom"u8.CopyTo(film);

        Assert.Equal(HttpStatusCode.Created, (await _ada.UploadAsync("run.mp4", film)).StatusCode);
    }

    [Fact]
    public async Task What_is_larger_than_a_film_may_be_is_refused_before_it_is_sent()
    {
        var answer = await Send(Links.DeskUpload, UploadEndpoint.MaxRequest + 1);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains($"at most {MediaInspection.MaxBytes / 1024 / 1024} MB", await answer.ProblemAsync());
    }

    [Fact]
    public async Task What_strangers_may_send_is_no_larger_than_before() =>
        Assert.True((await Send("/hub", DefaultLimit + 1_000_000)).StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest);

    /// <summary>The server says whether it wants the body before it comes.</summary>
    private async Task<HttpResponseMessage> Send(string address, long length)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StreamContent(new Zeros(length)) };
        request.Content.Headers.ContentType = Uploading.Form([]).Headers.ContentType;
        request.Content.Headers.ContentLength = length;
        request.Headers.ExpectContinue = true;
        return await _ada.SendAsync(Links.DeskMedia, request);
    }

    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(_left, buffer.Length);
            buffer.Span[..count].Clear();
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
