using Polaris.Client.Marc;

namespace Polaris.Client.Testing.Records;

/// <summary>The heading of an authority record, and when two headings are the same.</summary>
internal static class Heading
{
    public static string? Of(MarcRecord? marc) =>
        marc?.DataFields.FirstOrDefault(field => field.Tag.Length > 0 && field.Tag[0] == '1') is { } field
            ? string.Join(" ", field.Subfields.Select(subfield => subfield.Data))
            : null;

    public static bool AreSame(string one, string other) =>
        MatchText.Of(one).Length > 0 && MatchText.Of(one) == MatchText.Of(other);
}
