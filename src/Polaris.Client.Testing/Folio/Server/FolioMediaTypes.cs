namespace Polaris.Client.Testing.Folio.Server;

/// <summary>The modules' check of Accept and Content-Type.</summary>
internal static class FolioMediaTypes
{
    private static readonly string[] Text = ["text/plain"];
    private static readonly string[] JsonAndText = ["application/json", "text/plain"];

    /// <summary>The refusal, or null. PUT and DELETE declare no JSON, so an Accept of JSON alone is refused there.</summary>
    public static FolioReply? Check(FolioRequest request)
    {
        if (request.Method is "POST" or "PUT")
        {
            string contentType = (request.Header("Content-Type") ?? "").Split(';')[0].Trim();
            if (!contentType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return FolioReply.Text(400, $"Content-type header must be [application/json] but it is \"{contentType}\"");
            }
        }

        string[] declared = request.Method is "PUT" or "DELETE" ? Text : JsonAndText;
        string accept = request.Header("Accept") ?? "";
        return accept.Split(',').Any(part => declared.Contains(part.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
            ? null
            : FolioReply.Text(
                400,
                $"Accept header must be [{string.Join(", ", declared)}] for this request, "
                + $"but it is \"{accept}\", can not send */*");
    }
}
