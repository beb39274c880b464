using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A data field (tags 010 to 999): a tag, two indicators and subfields.</summary>
/// <example>
/// <code>
/// var title = new MarcDataField("245", '1', '0', ('a', "Frog Face and the three boys /"), ('c', "Don Trembath."));
/// string? proper = title['a'];
/// </code>
/// </example>
public sealed class MarcDataField
{
    /// <summary>Makes an empty data field, to be filled.</summary>
    public MarcDataField()
    {
    }

    /// <summary>Makes a data field.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="indicator1">The first indicator; a blank for none.</param>
    /// <param name="indicator2">The second indicator; a blank for none.</param>
    /// <param name="subfields">The subfields in their order; a code may occur more than once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/>, <paramref name="subfields"/> or a text is
    /// null.</exception>
    public MarcDataField(string tag, char indicator1, char indicator2, params (char Code, string Data)[] subfields)
    {
        Tag = tag ?? throw new ArgumentNullException(nameof(tag));
        Indicator1 = indicator1.ToString();
        Indicator2 = indicator2.ToString();
        Subfields = [.. (subfields ?? throw new ArgumentNullException(nameof(subfields)))
            .Select(subfield => new MarcSubfield(subfield.Code, subfield.Data))];
    }

    /// <summary>The tag, three characters in a valid record; never null.</summary>
    [JsonPropertyName("tag")]
    public string Tag { get; set => field = value ?? ""; } = "";

    /// <summary>The first indicator, one character in a valid record; never null.</summary>
    /// <value>A blank by default, which means: not defined.</value>
    [JsonPropertyName("ind1")]
    public string Indicator1 { get; set => field = value ?? " "; } = " ";

    /// <summary>The second indicator, one character in a valid record; never null.</summary>
    /// <value>A blank by default, which means: not defined.</value>
    [JsonPropertyName("ind2")]
    public string Indicator2 { get; set => field = value ?? " "; } = " ";

    /// <summary>The subfields in their order; never null.</summary>
    [JsonPropertyName("subfields")]
    public IList<MarcSubfield> Subfields { get; set => field = value ?? []; } = [];

    /// <summary>The place in the record, from 1, counted over control and data fields together.</summary>
    /// <value>Null by default: the place is then found when the record is written.</value>
    [JsonPropertyName("position")]
    public int? Position { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>The text of the first subfield with this code; null when there is none.</summary>
    /// <param name="code">The code, such as <c>a</c>.</param>
    public string? this[char code] => SubfieldsWithCode(code).FirstOrDefault()?.Data;

    /// <summary>The subfields with this code, in their order.</summary>
    /// <param name="code">The code, such as <c>a</c>.</param>
    public IEnumerable<MarcSubfield> SubfieldsWithCode(char code) =>
        Subfields.Where(subfield => subfield.Code.Length == 1 && subfield.Code[0] == code);

    /// <summary>Shows the tag and the number of subfields, not their texts.</summary>
    public override string ToString() => $"{Tag} ({Subfields.Count} subfields)";
}
