using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace RunRecovery.Web.Caching;

/// <summary>What a conditional request asks for, in the order of RFC 9110, 13.2.2. What cannot be understood counts as not said.</summary>
public static class Conditions
{
    private static readonly string[] Codings = ["-gzip", "-br"];

    /// <returns>200, 304, or 412.</returns>
    public static int Judge(RequestHeaders request, FinishedAnswer answer)
    {
        if (request.IfMatch.Count > 0)
        {
            if (!request.IfMatch.Any(tag => tag == EntityTagHeaderValue.Any || (!tag.IsWeak && IsOf(answer, tag))))
            {
                return StatusCodes.Status412PreconditionFailed;
            }
        }
        else if (request.IfUnmodifiedSince is { } unmodifiedSince && answer.LastModified > unmodifiedSince)
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        if (request.Headers.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.Any(tag => tag == EntityTagHeaderValue.Any || IsOf(answer, tag)) ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
        }

        return request.IfModifiedSince is { } modifiedSince && answer.LastModified <= modifiedSince ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
    }

    /// <summary>Weakly, because proxies that compress weaken a tag, and some add the coding to it.</summary>
    private static bool IsOf(FinishedAnswer answer, EntityTagHeaderValue tag)
    {
        var hash = tag.Tag.AsSpan().Trim('"');
        foreach (var coding in Codings)
        {
            hash = hash.EndsWith(coding, StringComparison.Ordinal) ? hash[..^coding.Length] : hash;
        }

        return hash.SequenceEqual(answer.Hash);
    }
}
