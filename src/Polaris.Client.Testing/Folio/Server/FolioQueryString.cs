namespace Polaris.Client.Testing.Folio.Server;

internal static class FolioQueryString
{
    /// <summary>Decodes the part behind the question mark; a plus sign is a blank, as it is for the server.</summary>
    public static Dictionary<string, string> Read(string query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in query.TrimStart('?').Split('&'))
        {
            int equals = pair.IndexOf('=');
            if (pair.Length > 0)
            {
                string name = equals < 0 ? pair : pair.Substring(0, equals);
                parameters[Decode(name)] = equals < 0 ? "" : Decode(pair.Substring(equals + 1));
            }
        }

        return parameters;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
