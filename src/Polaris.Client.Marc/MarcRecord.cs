using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A MARC 21 record: a leader and fields in one ordered list.</summary>
/// <remarks>
/// <para>Nothing is corrected: order, blanks, empty indicators, repeated tags and codes stay as they are.
/// <see cref="Validate"/> reports what does not conform to MARC 21.</para>
/// <para>Reading an unchanging record from several threads is safe; changing it is not.</para>
/// </remarks>
/// <example>
/// <code>
/// MarcRecord record = new MarcRecord("00000nam a22000007i 4500")
///     .Control("001", "1126739")
///     .Field("020", ' ', ' ', ('a', "9781551433240"))
///     .Field("245", '1', '0', ('a', "Frog Face and the three boys /"), ('c', "Don Trembath."));
/// string? isbn = record.FirstSubfield("020", 'a');
/// </code>
/// </example>
[JsonConverter(typeof(MarcRecordConverter))]
public sealed partial class MarcRecord
{
    /// <summary>The leader of a new, empty record: new language material, monograph.</summary>
    public const string DefaultLeader = "00000nam a2200000 i 4500";

    private readonly List<MarcField> _fields = [];

    /// <summary>Initializes a new instance with <see cref="DefaultLeader"/> and without fields.</summary>
    public MarcRecord()
        : this(DefaultLeader)
    {
    }

    /// <summary>Initializes a new instance with a leader and without fields.</summary>
    /// <param name="leader">The leader, 24 characters in a valid record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="leader"/> is null.</exception>
    public MarcRecord(string leader) => Leader = leader;

    /// <summary>The leader, 24 characters in a valid record; never null.</summary>
    public string Leader { get; set => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>All fields, control fields and data fields, in the order of the record.</summary>
    public IList<MarcField> Fields => _fields;

    /// <summary>The control fields (those with data), in order.</summary>
    public IEnumerable<MarcField> ControlFields => _fields.Where(item => item.IsControlField);

    /// <summary>The data fields (those with subfields), in order.</summary>
    public IEnumerable<MarcField> DataFields => _fields.Where(item => !item.IsControlField);

    /// <summary>The record number in the JSON of Polaris; 0 in all known samples, and not the ID of the bibliographic record.</summary>
    public int Id { get; set; }

    /// <summary>Members of the JSON of Polaris that this type does not know, kept as received.</summary>
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>The type that MARCXML gives the record, such as <c>Bibliographic</c>; <c>null</c> without one.</summary>
    public string? Type { get; set; }

    internal List<MarcField> FieldList => _fields;

    /// <summary>The first field with this tag, or <c>null</c>.</summary>
    /// <param name="tag">The tag, such as <c>245</c> or <c>001</c>.</param>
    public MarcField? this[string tag] => _fields.Find(field => field.Tag == tag);

    /// <summary>Returns the fields with any of these tags, in order. An <c>X</c> stands for any character: <c>6XX</c>.</summary>
    /// <param name="tags">Tags or patterns.</param>
    public IEnumerable<MarcField> FieldsWithTag(params string[] tags) => _fields.Where(field => Matches(field.Tag, tags));

    /// <summary>Returns the data of the first control field with this tag, or <c>null</c>.</summary>
    /// <param name="tag">The tag, such as <c>001</c>.</param>
    public string? ControlData(string tag) => _fields.Find(field => field.IsControlField && field.Tag == tag)?.Data;

    /// <summary>Returns the data of the first subfield with this code in any field with this tag, or <c>null</c>.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="code">The code, such as <c>a</c>.</param>
    public string? FirstSubfield(string tag, char code) =>
        FieldsWithTag(tag).Select(field => field[code]).FirstOrDefault(data => data is not null);

    /// <summary>Checks the record against the structure and the certain rules of MARC 21.</summary>
    /// <returns>The problems, in the order of the record; empty for a valid record.</returns>
    public IReadOnlyList<MarcProblem> Validate() => MarcValidation.ProblemsOf(this);

    /// <summary>Determines whether another record has the same leader and the same fields in the same order.</summary>
    /// <param name="other">The record to compare with.</param>
    /// <remarks>Leader positions 00-04 and 12-16 are not compared: they are lengths that a writer computes.</remarks>
    public bool ContentEquals(MarcRecord? other) =>
        other is not null && MarcLeader.WithoutLengths(Leader) == MarcLeader.WithoutLengths(other.Leader)
        && _fields.Count == other._fields.Count
        && !_fields.Where((field, i) => !field.ContentEquals(other._fields[i])).Any();

    /// <summary>Creates a copy that shares nothing with this record.</summary>
    public MarcRecord Clone()
    {
        MarcRecord copy = new(Leader) { Id = Id, Type = Type, AdditionalMembers = AdditionalMembers is null ? null : new(AdditionalMembers) };
        copy._fields.AddRange(_fields.Select(field => field.Clone()));
        return copy;
    }

    /// <summary>Compares this record with another, field by field.</summary>
    /// <param name="other">The record to compare with.</param>
    /// <returns>What must be removed from and added to this record to get the other; empty if they are equal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public MarcDiff DiffTo(MarcRecord other) => MarcDiff.Between(this, other ?? throw new ArgumentNullException(nameof(other)));

    /// <summary>Writes the record as text for people, one field a line.</summary>
    public string ToText()
    {
        StringBuilder text = new StringBuilder("LDR    ").Append(Leader).Append('\n');
        foreach (MarcField field in _fields)
        {
            text.Append(field.ToText()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Returns the number of fields, not their data.</summary>
    public override string ToString() => $"{nameof(MarcRecord)} ({_fields.Count} fields)";

    internal static bool Matches(string tag, string[] tags)
    {
        foreach (string pattern in tags)
        {
            if (tag == pattern || (pattern.Length == tag.Length && pattern.IndexOf('X') >= 0 && Fits(tag, pattern)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string tag, string pattern)
    {
        for (int i = 0; i < tag.Length; i++)
        {
            if (pattern[i] != 'X' && pattern[i] != tag[i])
            {
                return false;
            }
        }

        return true;
    }
}
