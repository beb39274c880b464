using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults;

/// <summary>JSON that is nearly right, quite wrong, or no JSON at all.</summary>
internal static class MutatedJson
{
    private const string HalfSurrogate = "HALF";

    private static readonly string[] Oddities =
    [
        "null", "true", "-1", "0", "3", "1e400", "99999999999999999999", "\"\"", "\"-3\"", "[]", "{}", "[null]", "[[[[]]]]",
        $"\"{HalfSurrogate}\"", "\"\\u0000\"", "{\"WorkflowPromptExtensionType\":30,\"Data\":null}", "{\"a\":{\"b\":[1,{\"c\":null}]}}",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"/Date(99999999999999999)/\"", "66", "6",
    ];

    public static byte[] Of(string json, Random random)
    {
        var tree = JsonNode.Parse(json)!;
        for (var i = random.Next(4); i > 0; i--)
        {
            ChangeSomewhere(tree, random);
        }

        var bytes = Encoding.UTF8.GetBytes(tree.ToJsonString().Replace(HalfSurrogate, "\\ud800", StringComparison.Ordinal));
        return random.Next(5) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => Scramble(bytes, random),
            2 when random.Next(4) == 0 => Noise(random),
            3 when random.Next(4) == 0 => Encoding.UTF8.GetBytes(new string('[', 2000)),
            _ => bytes,
        };
    }

    /// <summary>Replaces, removes or renames one member anywhere in the tree.</summary>
    private static void ChangeSomewhere(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } json:
                var name = json.ElementAt(random.Next(json.Count)).Key;
                if (json[name] is { } member and (JsonObject or JsonArray) && random.Next(4) > 0)
                {
                    ChangeSomewhere(member, random);
                }
                else if (random.Next(4) == 0)
                {
                    json.Remove(name);
                }
                else
                {
                    json[name] = Oddity(random);
                }

                break;
            case JsonArray { Count: > 0 } array:
                var index = random.Next(array.Count);
                if (array[index] is { } item and (JsonObject or JsonArray) && random.Next(4) > 0)
                {
                    ChangeSomewhere(item, random);
                }
                else
                {
                    array[index] = Oddity(random);
                }

                break;
        }
    }

    private static JsonNode? Oddity(Random random) => JsonNode.Parse(Oddities[random.Next(Oddities.Length)]);

    private static byte[] Scramble(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 6); i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(200)];
        random.NextBytes(noise);
        return noise;
    }
}
