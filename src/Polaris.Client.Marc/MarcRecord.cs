using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A MARC 21 record, as Polaris sends and takes it.</summary>
/// <remarks>
/// <para>Nothing is corrected: order, blanks, empty indicators, repeated tags and codes stay as they are.
/// <see cref="Validate"/> tells what is not as MARC wants it; it stops nothing, since the server decides.</para>
/// <para>Not safe for concurrent change; reading and writing an unchanging record from several threads is safe.</para>
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
    /// <summary>Makes an empty record, to be filled.</summary>
    public MarcRecord()
    {
    }

    /// <summary>Makes a record with a leader and no fields.</summary>
    /// <param name="leader">The leader, 24 characters in a valid record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="leader"/> is null.</exception>
    public MarcRecord(string leader) => Leader = leader ?? throw new ArgumentNullException(nameof(leader));

    /// <summary>The wire's record number; 0 in all known samples, and not the id of the catalogue record.</summary>
    public int Id { get; set; }

    /// <summary>The leader, 24 characters in a valid record; never null.</summary>
    public string Leader { get; set => field = value ?? ""; } = "";

    /// <summary>The control fields in their order.</summary>
    public IList<MarcControlField> ControlFields { get; } = [];

    /// <summary>The data fields in their order.</summary>
    public IList<MarcDataField> DataFields { get; } = [];

    /// <summary>Members of the wire that this type does not know, kept as they came; null for none.</summary>
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>The first data field with this tag; null when there is none.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    public MarcDataField? this[string tag] => FieldsWithTag(tag).FirstOrDefault();

    /// <summary>The data fields with this tag, in their order.</summary>
    /// <param name="tag">The tag, such as <c>650</c>.</param>
    public IEnumerable<MarcDataField> FieldsWithTag(string tag) => DataFields.Where(field => field.Tag == tag);

    /// <summary>The text of the first control field with this tag; null when there is none.</summary>
    /// <param name="tag">The tag, such as <c>001</c>.</param>
    public string? ControlData(string tag) => ControlFields.FirstOrDefault(field => field.Tag == tag)?.Data;

    /// <summary>The first subfield with this code in any data field with this tag; null when there is none.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="code">The code, such as <c>a</c>.</param>
    public string? FirstSubfield(string tag, char code) =>
        FieldsWithTag(tag).Select(field => field[code]).FirstOrDefault(data => data is not null);

    /// <summary>Tells what is not as MARC wants it.</summary>
    /// <returns>The problems, none for a well-formed record. The rules looked at: the leader has 24 characters, tags
    /// three,
    /// indicators and codes one, field 008 has 40, a data field has subfields, no place is taken twice.</returns>
    public IReadOnlyList<MarcProblem> Validate() => MarcValidation.ProblemsOf(this);

    /// <summary>Shows how many fields there are, not what they say.</summary>
    public override string ToString() =>
        $"{nameof(MarcRecord)} ({ControlFields.Count} control fields, {DataFields.Count} data fields)";
}
