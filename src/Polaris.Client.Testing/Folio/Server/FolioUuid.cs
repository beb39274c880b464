namespace Polaris.Client.Testing;

/// <summary>The IDs that FOLIO accepts: versions 1 to 5 of the usual variant, but not the nil ID or version 7.</summary>
internal static class FolioUuid
{
    public const string Pattern =
        "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$";

    public const string InvalidText =
        "Invalid UUID format of id, should be xxxxxxxx-xxxx-Mxxx-Nxxx-xxxxxxxxxxxx "
        + "where M is 1-5 and N is 8, 9, a, b, A or B and x is 0-9, a-f or A-F.";

    public static bool IsValid(string id) =>
        Guid.TryParseExact(id, "D", out _) && id[14] is >= '1' and <= '5' && (id[19] is '8' or '9' or 'a' or 'b' or 'A' or 'B');
}
