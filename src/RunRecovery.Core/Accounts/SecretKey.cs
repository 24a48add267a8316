using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RunRecovery.Core.Accounts;

/// <summary>Keys that whoever holds them is let in by: of a session, of an invitation. Only their hashes are stored.</summary>
public static class SecretKey
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A fast hash will do: nobody guesses 256 random bits.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
