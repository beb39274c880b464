using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>Reads what System.Text.Json refuses: surrogates without a partner, and numbers in strings.</summary>
internal static class JsonText
{
    public static int? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out int number) => number,
        JsonValueKind.String when int.TryParse(value.GetRawText().Trim('"'), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    /// <summary>The path of a member; a long name is cut, because the path of each value below repeats it.</summary>
    public static string Step(string path, string name) => $"{path}.{(name.Length <= 50 ? name : name.Substring(0, 50) + "...")}";

    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // A surrogate without its partner: System.Text.Json cannot decode the name.
        }
    }

    /// <summary>Decodes a JSON string with surrogates that have no partner; each becomes U+FFFD.</summary>
    public static string Unescape(string raw)
    {
        StringBuilder text = new(raw.Length);
        for (int i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            char escape = raw[++i];
            text.Append(escape switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)int.Parse(raw.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => escape,
            });
            i += escape == 'u' ? 4 : 0;
        }

        string decoded = text.ToString();
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(decoded));
    }
}
