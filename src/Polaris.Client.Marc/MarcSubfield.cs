using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A subfield: a code of one character and its text.</summary>
public sealed class MarcSubfield
{
    /// <summary>Makes an empty subfield, to be filled.</summary>
    public MarcSubfield()
    {
    }

    /// <summary>Makes a subfield.</summary>
    /// <param name="code">The code, such as <c>a</c>.</param>
    /// <param name="data">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    public MarcSubfield(char code, string data)
    {
        Code = code.ToString();
        Data = data ?? throw new ArgumentNullException(nameof(data));
    }

    /// <summary>The code, one character in a valid record; never null.</summary>
    [JsonPropertyName("code")]
    public string Code { get; set => field = value ?? ""; } = "";

    /// <summary>The text; never null.</summary>
    [JsonPropertyName("data")]
    public string Data { get; set => field = value ?? ""; } = "";

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Shows the code, not the text.</summary>
    public override string ToString() => $"${Code}";
}
