using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>A parsed address; parts that are missing or not as documented are null.</summary>
internal sealed class PolarisAddress
{
    private const int LoginParts = 5;
    private const int ContextParts = 8;

    private static readonly HashSet<string> Languages =
        ["ara", "chi", "eng", "fas", "fre", "hat", "haw", "kor", "rus", "spa", "vie"];

    /// <summary>Whether the common prefix of the address is as documented.</summary>
    public bool IsKnown { get; private init; }

    public bool IsStatus { get; private init; }

    public string? SiteDomain { get; private init; }

    public int? OrganizationId { get; private init; }

    public int? WorkstationId { get; private init; }

    /// <summary>The part after the prefix, as in the address.</summary>
    public string Path { get; private init; } = "";

    public static PolarisAddress Parse(Uri uri)
    {
        string[] parts = uri.AbsolutePath.Trim('/').Split('/');
        bool isOurs = parts.Length >= 2
            && parts[0].Equals("Polaris.ApplicationServices", StringComparison.OrdinalIgnoreCase) && parts[1] == "api";
        if (isOurs && parts.Length == 2)
        {
            return new() { IsKnown = true, IsStatus = true, Path = "api" };
        }

        bool hasFront = isOurs && parts.Length > LoginParts
            && parts[2] == "v1" && Languages.Contains(parts[3]) && IsProduct(parts[4]);
        return !hasFront ? new() { Path = string.Join("/", parts) }
            : parts[LoginParts] == "authentication" ? new() { IsKnown = true, Path = string.Join("/", parts.Skip(LoginParts)) }
            : WithContext(parts);
    }

    private static PolarisAddress WithContext(string[] parts)
    {
        int? organization = parts.Length > ContextParts ? Number(parts[6]) : null;
        int? workstation = parts.Length > ContextParts ? Number(parts[7]) : null;
        return new()
        {
            IsKnown = organization is not null && workstation is not null,
            SiteDomain = Uri.UnescapeDataString(parts[LoginParts]),
            OrganizationId = organization,
            WorkstationId = workstation,
            Path = string.Join("/", parts.Skip(ContextParts)),
        };
    }

    private static bool IsProduct(string text) => Number(text) is >= 0 and <= 24;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
