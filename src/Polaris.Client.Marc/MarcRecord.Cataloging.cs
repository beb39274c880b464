using System.Text;

namespace Polaris.Client.Marc;

/// <content>What catalogers look for first: title, author, numbers, codes of the leader and of field 008.</content>
public sealed partial class MarcRecord
{
    /// <summary>The control number (001), or <c>null</c>.</summary>
    public string? ControlNumber => ControlData("001");

    /// <summary>The title with its remainder, part number and part name (245 $a $b $n $p), without ISBD punctuation at the end; <c>null</c> without 245.</summary>
    public string? Title => this["245"] is { IsControlField: false } title ? TrimIsbd(title.Format("abfgknps")) : null;

    /// <summary>The creator (100, 110 or 111), or the first added name (700, 710, 711); <c>null</c> without any.</summary>
    public string? Author =>
        (FieldsWithTag("100", "110", "111").FirstOrDefault() ?? FieldsWithTag("700", "710", "711").FirstOrDefault())?.Format("abcdnq") is { } name
            ? TrimIsbd(name)
            : null;

    /// <summary>The ISBNs (020 $a) without hyphens and qualifiers.</summary>
    public IReadOnlyList<string> Isbns => [.. Numbers("020")];

    /// <summary>The ISSNs (022 $a).</summary>
    public IReadOnlyList<string> Issns => [.. FieldsWithTag("022").Select(number => number['a']?.Trim()).OfType<string>().Where(issn => issn.Length > 0)];

    /// <summary>The subject headings (600 to 655), subdivisions joined by <c> -- </c>.</summary>
    public IReadOnlyList<string> Subjects => [.. FieldsWithTag("600", "610", "611", "630", "647", "648", "650", "651", "653", "655").Select(Subject)];

    /// <summary>Record status (leader 05), such as <c>n</c> for new or <c>d</c> for deleted.</summary>
    public char RecordStatus { get => LeaderAt(5); set => SetLeaderAt(5, value); }

    /// <summary>Type of record (leader 06), such as <c>a</c> for language material or <c>z</c> for authority data.</summary>
    public char RecordType { get => LeaderAt(6); set => SetLeaderAt(6, value); }

    /// <summary>Bibliographic level (leader 07), such as <c>m</c> for monograph or <c>s</c> for serial.</summary>
    public char BibliographicLevel { get => LeaderAt(7); set => SetLeaderAt(7, value); }

    /// <summary>Encoding level (leader 17); a blank for full level.</summary>
    public char EncodingLevel { get => LeaderAt(17); set => SetLeaderAt(17, value); }

    /// <summary>Descriptive cataloging form (leader 18), such as <c>i</c> for ISBD with punctuation.</summary>
    public char CatalogingForm { get => LeaderAt(18); set => SetLeaderAt(18, value); }

    /// <summary>The first date (008 07-10), such as <c>2026</c>; <c>null</c> without 008.</summary>
    public string? Date1 { get => FixedData("008", 7, 4); set => SetFixedData("008", 7, Exactly(value, 4)); }

    /// <summary>The place of publication (008 15-17), such as <c>nyu</c>; <c>null</c> without 008.</summary>
    public string? PlaceCode { get => FixedData("008", 15, 3); set => SetFixedData("008", 15, Exactly(value, 3)); }

    /// <summary>The language (008 35-37), such as <c>eng</c>; <c>null</c> without 008.</summary>
    public string? Language { get => FixedData("008", 35, 3); set => SetFixedData("008", 35, Exactly(value, 3)); }

    /// <summary>Returns the characters at a position of a control field, or <c>null</c> if the field is missing or too short.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="start">The first position, from 0, as in the MARC 21 documentation.</param>
    /// <param name="length">The number of characters.</param>
    public string? FixedData(string tag, int start, int length) =>
        ControlData(tag) is { } data && start >= 0 && length >= 0 && start + length <= data.Length ? data.Substring(start, length) : null;

    /// <summary>Replaces characters at a position of the first control field with this tag; a shorter field is filled with blanks.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="start">The first position, from 0.</param>
    /// <param name="value">The new characters.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The record does not have such a field.</exception>
    public void SetFixedData(string tag, int start, string value)
    {
        _ = value ?? throw new ArgumentNullException(nameof(value));
        _ = start >= 0 ? start : throw new ArgumentOutOfRangeException(nameof(start), start, "Expected a position from 0.");
        MarcField field = _fields.Find(field => field.IsControlField && field.Tag == tag)
            ?? throw new InvalidOperationException($"The record has no control field {tag}: add it first.");
        string data = field.Data.PadRight(start + value.Length);
        field.Data = data.Substring(0, start) + value + data.Substring(start + value.Length);
    }

    /// <summary>Returns the fields that are linked with a field by $6 (880 and its partner), in order.</summary>
    /// <param name="field">A field of this record, such as 245 or an 880.</param>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    public IEnumerable<MarcField> LinkedFields(MarcField field)
    {
        if (Link(Required(field)) is not { } link || link.Number == "00")
        {
            return [];
        }

        return _fields.Where(other => other != field && Link(other) is { } back
            && back.Number == link.Number && back.Tag == field.Tag && link.Tag == other.Tag);
    }

    private static (string Tag, string Number)? Link(MarcField field) =>
        field['6'] is { Length: >= 6 } link && link[3] == '-' ? (link.Substring(0, 3), link.Substring(4, 2)) : null;

    private static string Subject(MarcField field)
    {
        StringBuilder text = new();
        foreach (MarcSubfield subfield in field.SubfieldList.Where(subfield => subfield.Code is >= 'a' and <= 'z'))
        {
            string separator = text.Length == 0 ? "" : subfield.Code is 'v' or 'x' or 'y' or 'z' ? " -- " : " ";
            text.Append(separator).Append(subfield.Data);
        }

        return text.ToString();
    }

    private static string Exactly(string? value, int length) => value?.Length == length
        ? value
        : throw new ArgumentException($"Expected {length} characters.", nameof(value));

    private static string TrimIsbd(string text) => text.TrimEnd(' ', '/', ':', ';', ',', '=');

    private IEnumerable<string> Numbers(string tag) => FieldsWithTag(tag)
        .Select(field => FirstNumber(field['a'] ?? ""))
        .Where(number => number.Length > 0);

    /// <summary>The number at the beginning; a qualifier may follow without a blank, as in <c>0123456789(pbk.)</c>.</summary>
    private static string FirstNumber(string text) => string.Concat(text
        .SkipWhile(c => c is < '0' or > '9')
        .TakeWhile(c => c is (>= '0' and <= '9') or 'X' or 'x' or '-')
        .Where(c => c != '-'));

    private char LeaderAt(int position) => position < Leader.Length ? Leader[position] : ' ';

    private void SetLeaderAt(int position, char value)
    {
        string leader = Leader.PadRight(MarcLeader.Length);
        Leader = leader.Substring(0, position) + value + leader.Substring(position + 1);
    }
}
