namespace Polaris.Client.Http;

/// <summary>Checks base addresses.</summary>
internal static class ServerAddress
{
    private const string NotHttp = "BaseAddress must be an absolute address that starts with https://.";

    /// <summary>Returns the problem with an address; null if there is none.</summary>
    public static string? Problem(Uri? address, bool allowUnencryptedTransport) => address switch
    {
        null => "BaseAddress is missing.",
        { IsAbsoluteUri: false } => NotHttp,
        _ when address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp => NotHttp,
        _ when address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0 =>
            "BaseAddress must not contain a user, a query or a fragment.",
        _ when address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !allowUnencryptedTransport =>
            "BaseAddress starts with http://: passwords and tokens would be sent unencrypted. Use https://, or set AllowUnencryptedTransport.",
        _ => null,
    };

    /// <summary>Returns the address with a trailing slash, so that relative routes do not replace its last part.</summary>
    public static Uri WithTrailingSlash(Uri address) =>
        address.AbsolutePath[address.AbsolutePath.Length - 1] == '/' ? address : new Uri(address.AbsoluteUri + "/");
}
