using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Polaris.Client.Http;

/// <summary>The header that identifies the program to the administrator of the server.</summary>
internal static class UserAgent
{
    /// <summary>This library, its version and the runtime: <c>Polaris.Client/0.1.0 (.NET 10.0.0)</c>.</summary>
    private static readonly string Library = $"Polaris.Client/{Version()} ({RuntimeInformation.FrameworkDescription.Replace('(', '[').Replace(')', ']')})";

    /// <summary>Sets the header: the caller's own products first.</summary>
    public static void Set(HttpRequestHeaders headers, string? products) =>
        headers.TryAddWithoutValidation("User-Agent", products is null ? Library : $"{products} {Library}");

    /// <summary>Returns the problem with the caller's own products; null if there is none.</summary>
    public static string? Problem(string key, string? products)
    {
        if (products is null)
        {
            return null;
        }

        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(products)
            ? null
            : $"{key} is '{products}': it must be products such as 'MyImporter/2.1', separated by spaces.";
    }

    /// <summary>The version of the package, without the commit that it was built from.</summary>
    private static string Version() =>
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
