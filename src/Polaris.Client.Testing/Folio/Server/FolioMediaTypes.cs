namespace Polaris.Client.Testing;

/// <summary>The modules' check of Accept and Content-Type: both may be missing, and Accept may have wildcards.</summary>
internal static class FolioMediaTypes
{
    private static readonly string[] Text = ["text/plain"];
    private static readonly string[] JsonAndText = ["application/json", "text/plain"];

    /// <summary>The error response, or null. PUT and DELETE do not declare JSON, so an Accept of only JSON is refused there.</summary>
    public static FakeResponse? Check(FolioCall request)
    {
        if (request.Method is "POST" or "PUT" && request.Header("Content-Type") is { } given)
        {
            string contentType = given.Split(';')[0].Trim();
            if (!contentType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return FolioAnswers.Text(400, $"Content-type header must be [application/json] but it is \"{contentType}\"");
            }
        }

        string[] declared = request.Method is "PUT" or "DELETE" ? Text : JsonAndText;
        string accept = request.Header("Accept") ?? "*/*";
        return accept.Split(',').Any(part => Array.Exists(declared, type => Covers(part.Split(';')[0].Trim(), type)))
            ? null
            : FolioAnswers.Text(
                400,
                $"Accept header must be [{string.Join(", ", declared)}] for this request, "
                + $"but it is \"{accept}\", can not send */*");
    }

    private static bool Covers(string range, string type) =>
        range == "*/*"
        || range.Equals(type, StringComparison.OrdinalIgnoreCase)
        || (range.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(range.Substring(0, range.Length - 1), StringComparison.OrdinalIgnoreCase));
}
