using Polaris.Client.Marc;

namespace Polaris.Client.Testing.Records;

/// <summary>Title and author as the server shows them in its lists.</summary>
internal static class BibText
{
    public static string Title(MarcRecord? record) =>
        (record?.FirstSubfield("245", 'a') ?? "").TrimEnd(' ', '/', ':', ';', ',');

    public static string Author(MarcRecord? record) =>
        record?["100"] is { } field ? string.Join(" ", field.Subfields.Select(subfield => subfield.Data)) : "";
}
