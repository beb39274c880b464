namespace Polaris.Client.Http;

/// <summary>What a base address must be.</summary>
internal static class ServerAddress
{
    public static IEnumerable<string> Problems(Uri? address, bool allowUnencryptedTransport)
    {
        if (address is null)
        {
            yield return "BaseAddress is missing.";
        }
        else if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            yield return "BaseAddress must be an absolute address that starts with https://.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return "BaseAddress must hold neither a user, nor a query, nor a fragment.";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !allowUnencryptedTransport)
        {
            yield return "BaseAddress starts with http://: passwords and tokens would travel unencrypted. Use https://, or set AllowUnencryptedTransport.";
        }
    }

    /// <summary>The address with a trailing slash, so that relative routes do not eat its last part.</summary>
    public static Uri WithTrailingSlash(Uri address) =>
        address.AbsolutePath[address.AbsolutePath.Length - 1] == '/' ? address : new Uri(address.AbsoluteUri + "/");
}
