using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A control field (tags 001 to 009): a tag and its text, without indicators and subfields.</summary>
public sealed class MarcControlField
{
    /// <summary>Makes an empty control field, to be filled.</summary>
    public MarcControlField()
    {
    }

    /// <summary>Makes a control field.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="data">The text; blanks count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="data"/> is null.</exception>
    public MarcControlField(string tag, string data)
    {
        Tag = tag ?? throw new ArgumentNullException(nameof(tag));
        Data = data ?? throw new ArgumentNullException(nameof(data));
    }

    /// <summary>The tag, three characters in a valid record; never null.</summary>
    [JsonPropertyName("tag")]
    public string Tag { get; set => field = value ?? ""; } = "";

    /// <summary>The text; never null.</summary>
    [JsonPropertyName("data")]
    public string Data { get; set => field = value ?? ""; } = "";

    /// <summary>The place in the record, from 1, counted over control and data fields together.</summary>
    /// <value>Null by default: the place is then found when the record is written.</value>
    [JsonPropertyName("position")]
    public int? Position { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Shows the tag, not the text.</summary>
    public override string ToString() => Tag;
}
