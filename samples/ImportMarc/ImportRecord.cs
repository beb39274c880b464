using System.Security.Cryptography;
using System.Text;
using Polaris.Client.Marc;

namespace ImportMarc;

/// <summary>A record of a file: its place there, and what is to be saved.</summary>
internal sealed class ImportRecord(int file, long number, long offset, int length, MarcRecord marc, int? bibId)
{
    // Polaris sets these itself.
    private static readonly string[] OfTheServer = ["001", "003", "005"];

    public int File { get; } = file;

    /// <summary>The number of the record in the file, from 1.</summary>
    public long Number { get; } = number;

    public long Offset { get; } = offset;

    public int Length { get; } = length;

    public MarcRecord Marc { get; } = marc;

    /// <summary>The record to update; null to add one.</summary>
    public int? BibId { get; } = bibId;

    public string? ControlNumber { get; } = marc.ControlNumber;

    public IReadOnlySet<string> Keys { get; } = KeysOf(marc);

    public string Digest { get; } = DigestOf(marc);

    /// <summary>
    /// Returns the numbers that identify a record in any system: 035 $a, and 001 with the organization of 003 in the form of 035. A number in 001
    /// alone does not: each system counts from 1.
    /// </summary>
    public static IReadOnlySet<string> KeysOf(MarcRecord marc)
    {
        var keys = Policy.Values(marc, "035a").Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (marc.ControlNumber?.Trim() is { Length: > 0 } number && marc.ControlData("003")?.Trim() is { Length: > 0 } organization)
        {
            keys.Add($"({organization}){number}");
        }

        return keys;
    }

    /// <summary>Returns a digest of what the server is expected to store unchanged.</summary>
    public static string DigestOf(MarcRecord marc)
    {
        var lines = marc.Fields.Where(field => !OfTheServer.Contains(field.Tag)).Select(field => field.ToText());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>Whether a stored record has every field of this one; the server may have added others.</summary>
    public bool IsContainedIn(MarcRecord stored)
    {
        var present = stored.Fields.Select(field => field.ToText()).ToHashSet(StringComparer.Ordinal);
        return Marc.Fields.Where(field => !OfTheServer.Contains(field.Tag)).All(field => present.Contains(field.ToText()));
    }
}
