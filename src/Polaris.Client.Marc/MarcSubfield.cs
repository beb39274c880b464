using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>A subfield: a code of one character and its data.</summary>
public sealed class MarcSubfield
{
    /// <summary>Initializes a new instance of the <see cref="MarcSubfield"/> class.</summary>
    /// <param name="code">The code, such as <c>a</c>.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    public MarcSubfield(char code, string data)
    {
        Code = code;
        Data = data;
    }

    /// <summary>The code.</summary>
    public char Code { get; set; }

    /// <summary>The data; never null.</summary>
    public string Data { get; set => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Members of the JSON of Polaris that this type does not know, kept as received.</summary>
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the code, not the data.</summary>
    public override string ToString() => $"${Code}";

    internal MarcSubfield Clone() =>
        new(Code, Data) { AdditionalMembers = AdditionalMembers is null ? null : new(AdditionalMembers) };
}

/// <summary>Tags and indicators as shared strings: a file repeats the same few hundred.</summary>
internal static class Names
{
    private static readonly string[] NumericTags = [.. Enumerable.Range(0, 1000).Select(tag => tag.ToString("000", null))];
    private static readonly string[] AsciiCharacters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];
    private static readonly string?[] AsciiIndicators = new string?[128 * 128];

    public static string Tag(byte[] data, int at)
    {
        int a = data[at] - '0', b = data[at + 1] - '0', c = data[at + 2] - '0';
        return (uint)a <= 9 && (uint)b <= 9 && (uint)c <= 9
            ? NumericTags[(((a * 10) + b) * 10) + c]
            : new string([(char)data[at], (char)data[at + 1], (char)data[at + 2]]);
    }

    public static string Indicators(char first, char second) => first < 128 && second < 128
        ? AsciiIndicators[(first * 128) + second] ??= new string([first, second])
        : new string([first, second]);

    public static string Single(char c) => c < 128 ? AsciiCharacters[c] : c.ToString();

    /// <summary>The tags that have data instead of subfields.</summary>
    public static bool IsControlTag(string tag) => tag.Length == 3 && tag[0] == '0' && tag[1] == '0';
}
