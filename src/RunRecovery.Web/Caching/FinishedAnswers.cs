using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace RunRecovery.Web.Caching;

/// <summary>
/// Keeps finished answers and sends them again without work, answers conditional requests, and compresses. An answer lasts while its
/// <see cref="Freshness.Span"/> runs.
/// </summary>
public sealed class FinishedAnswers(Freshness freshness, CachingOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>Longer addresses are those of strangers who try to fill the memory.</summary>
    private const int LongestAddress = 300;

    private static readonly HashSet<string> OfTheServer = new(StringComparer.OrdinalIgnoreCase) { HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.LastModified };

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = options.MaxBytes });

    public async Task AnswerAsync(HttpContext context, RequestDelegate next, FinishedAttribute policy)
    {
        if (await (policy.Kept ? KeptAsync(context, next, policy) : MakeAsync(context, next, policy, before: null)) is { } answer)
        {
            await SendAsync(context, answer, policy);
        }
    }

    public void Dispose() => _kept.Dispose();

    private static QueryString Known(IQueryCollection query, FinishedAttribute policy) => policy.Queries.Length == 0
        ? QueryString.Empty
        : QueryString.Create(policy.Queries.Where(query.ContainsKey).Select(name => KeyValuePair.Create(name, (string?)query[name])));

    /// <summary>Null when it is no answer to be kept: then it has been sent as it is.</summary>
    private async Task<FinishedAnswer?> KeptAsync(HttpContext context, RequestDelegate next, FinishedAttribute policy)
    {
        context.Request.QueryString = Known(context.Request.Query, policy);
        var address = $"{context.Request.Path}{context.Request.QueryString}";
        var kept = address.Length <= LongestAddress ? _kept.Get<FinishedAnswer>(address) : null;
        var answer = kept is not null && freshness.IsRunning(kept.Span) ? kept : await MakeAsync(context, next, policy, kept);
        if (answer is not null && answer != kept && address.Length <= LongestAddress)
        {
            _kept.Set(address, answer, new MemoryCacheEntryOptions { Size = 2 * answer.Body.Length });
        }

        return answer;
    }

    /// <summary>Null when it is no finished answer: then it has been sent as it is.</summary>
    private async Task<FinishedAnswer?> MakeAsync(HttpContext context, RequestDelegate next, FinishedAttribute policy, FinishedAnswer? before)
    {
        var asked = clock.GetUtcNow(); // Before the span, so that what ends it comes later.
        var span = await freshness.NowAsync(context.RequestAborted);
        var (response, method, wire) = (context.Response, context.Request.Method, context.Response.Body);
        using var body = new MemoryStream();
        try
        {
            response.Body = body;
            context.Request.Method = HttpMethods.Get;
            await next(context);
        }
        finally
        {
            response.Body = wire;
            context.Request.Method = method;
        }

        if (response.StatusCode != StatusCodes.Status200OK || IsForOneOnly(response))
        {
            body.Position = 0;
            await (HttpMethods.IsHead(method) ? Task.CompletedTask : body.CopyToAsync(wire, context.RequestAborted));
            return null;
        }

        var right = context.Features.Get<RightSpan>();
        if (right?.Until < span.Until)
        {
            span = span with { Until = right.Until };
        }

        var bytes = body.ToArray();
        var headers = response.Headers.Where(h => !OfTheServer.Contains(h.Key)).ToDictionary(h => h.Key, h => h.Value.ToString());
        return new FinishedAnswer(bytes, response.ContentType ?? "", headers, policy.Kept ? LastModified(span, before, bytes) : right is null ? null : LastModified(span, right, asked), span);
    }

    private static bool IsForOneOnly(HttpResponse response) =>
        response.Headers.ContainsKey(HeaderNames.SetCookie) || response.GetTypedHeaders().CacheControl is { NoStore: true } or { Private: true };

    /// <summary>
    /// When its bytes changed, as far as is known: nothing has since the span began. In whole seconds, as the header has it, and never that of
    /// the bytes before.
    /// </summary>
    private static DateTimeOffset LastModified(Freshness.Span span, FinishedAnswer? before, byte[] bytes)
    {
        var from = DateTimeOffset.FromUnixTimeSeconds(new DateTimeOffset(span.From).ToUnixTimeSeconds());
        return before?.LastModified is not { } last ? from
            : before.Body.AsSpan().SequenceEqual(bytes) ? last
            : last < from ? from
            : last.AddSeconds(1);
    }

    /// <summary>
    /// That of an answer whose bytes before nobody remembers. Answers of one second, before a save in it and after, must not have the same time: so it is the
    /// second that begins after the save, and null until then.
    /// </summary>
    private static DateTimeOffset? LastModified(Freshness.Span span, RightSpan right, DateTimeOffset asked)
    {
        var saved = span.From.Ticks / TimeSpan.TicksPerSecond + 1;
        var turned = (right.Since.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        var changed = new DateTimeOffset(Math.Max(saved, turned) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return changed <= asked ? changed : null;
    }

    private async Task SendAsync(HttpContext context, FinishedAnswer answer, FinishedAttribute policy)
    {
        var response = context.Response;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        var coding = answer.IsWorthCompressing ? Coding(context.Request) : null;
        response.Headers.ETag = answer.Tag(coding);
        if (answer.LastModified is { } changed)
        {
            response.Headers.LastModified = HeaderUtilities.FormatDate(changed);
        }

        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!answer.Headers.ContainsKey(HeaderNames.CacheControl))
        {
            response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={SecondsLeft(answer, policy)}");
        }

        response.StatusCode = Conditions.Judge(context.Request.GetTypedHeaders(), answer);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            response.ContentType = null;
            response.ContentLength = null;
            return;
        }

        var bytes = answer.As(coding);
        response.ContentType = answer.ContentType;
        response.ContentLength = bytes.Length;
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>No longer than until the clock publishes or hides a post.</summary>
    private long SecondsLeft(FinishedAnswer answer, FinishedAttribute policy) =>
        Math.Clamp((long)(answer.Span.Until - clock.GetUtcNow().UtcDateTime).TotalSeconds, 0, policy.Seconds);

    /// <summary>The best one the client takes; null: as it is.</summary>
    private static string? Coding(HttpRequest request)
    {
        var named = request.GetTypedHeaders().AcceptEncoding;
        return Takes("br", andUnnamed: false) ? "br" : Takes("gzip", andUnnamed: true) ? "gzip" : null;

        bool Takes(string coding, bool andUnnamed) =>
            (named.FirstOrDefault(c => c.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) ?? (andUnnamed ? named.FirstOrDefault(c => c.Value == "*") : null)) is { Quality: not 0 };
    }
}
