using System.Globalization;

namespace Polaris.Client.Testing.Routing;

/// <summary>An address taken apart; parts that are not there or not as documented are null.</summary>
internal sealed class PolarisRoute
{
    private const int LoginParts = 5;
    private const int ContextParts = 8;

    private static readonly HashSet<string> Languages =
        ["ara", "chi", "eng", "fas", "fre", "hat", "haw", "kor", "rus", "spa", "vie"];

    /// <summary>Whether the common front part of the address is as documented.</summary>
    public bool IsKnown { get; private init; }

    public bool IsStatus { get; private init; }

    public string? SiteDomain { get; private init; }

    public int? OrganizationId { get; private init; }

    public int? WorkstationId { get; private init; }

    /// <summary>What follows the front part.</summary>
    public IReadOnlyList<string> Resource { get; private init; } = [];

    public string Path => string.Join("/", Resource);

    public static PolarisRoute Parse(Uri uri)
    {
        string[] parts = [.. uri.AbsolutePath.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        bool isOurs = parts.Length >= 2
            && parts[0].Equals("Polaris.ApplicationServices", StringComparison.OrdinalIgnoreCase) && parts[1] == "api";
        if (isOurs && parts.Length == 2)
        {
            return new() { IsKnown = true, IsStatus = true, Resource = ["api"] };
        }

        bool hasFront = isOurs && parts.Length > LoginParts
            && parts[2] == "v1" && Languages.Contains(parts[3]) && IsProduct(parts[4]);
        return !hasFront ? new() { Resource = parts }
            : parts[LoginParts] == "authentication" ? new() { IsKnown = true, Resource = [.. parts.Skip(LoginParts)] }
            : WithContext(parts);
    }

    private static PolarisRoute WithContext(string[] parts)
    {
        int? organization = parts.Length > ContextParts ? Number(parts[6]) : null;
        int? workstation = parts.Length > ContextParts ? Number(parts[7]) : null;
        return new()
        {
            IsKnown = organization is not null && workstation is not null,
            SiteDomain = parts[LoginParts],
            OrganizationId = organization,
            WorkstationId = workstation,
            Resource = [.. parts.Skip(ContextParts)],
        };
    }

    private static bool IsProduct(string text) => Number(text) is >= 0 and <= 24;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
