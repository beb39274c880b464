namespace Polaris.Client.Folio;

/// <summary>Parses cookies without a cookie container.</summary>
/// <remarks>
/// A cookie container would withhold them: they are <c>Secure</c>, and their path is the internal path of the gateway.
/// </remarks>
internal static class SetCookies
{
    private static readonly char[] Separators = [';', ','];

    /// <summary>
    /// The value of a cookie; null if it is not set or only deleted. Attributes may be in any order, and proxies fold several
    /// cookies into one header; tokens contain neither commas nor semicolons.
    /// </summary>
    public static string? Find(HttpResponseMessage response, string name)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var headers))
        {
            return null;
        }

        return headers.SelectMany(header => header.Split(Separators))
            .Select(piece => ValueOf(piece, name))
            .LastOrDefault(value => value is not null);
    }

    private static string? ValueOf(string piece, string name)
    {
        var equals = piece.IndexOf('=');
        if (equals < 0 || !string.Equals(piece.Substring(0, equals).Trim(), name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var value = piece.Substring(equals + 1).Trim().Trim('"');
        return value.Length > 0 && value.All(c => c is > ' ' and <= '~') ? value : null;
    }
}
