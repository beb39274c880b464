using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The numbers that a resource assigns to new records.</summary>
internal sealed class FolioHridNumbers(string prefix)
{
    public string Prefix { get; set; } = prefix;

    public long Start { get; set; } = 1;

    public long Last { get; set; }

    public bool HasLeadingZeroes { get; set; } = true;

    public string Next() => Prefix + (++Last).ToString(HasLeadingZeroes ? "00000000000" : "0", CultureInfo.InvariantCulture);
}

/// <summary>The one record of settings for human-readable IDs of a tenant; an update restarts all numbers, as the module does.</summary>
internal sealed class FolioHridSettings(FakeFolioTenant tenant)
{
    private static readonly (string Member, string Path)[] Kinds =
    [
        ("instances", "instance-storage/instances"), ("holdings", "holdings-storage/holdings"), ("items", "item-storage/items"),
    ];

    public FakeResponse Get()
    {
        JsonObject settings = new() { ["id"] = "a501f2a8-5b31-48b2-874d-2191e48db8cd" };
        foreach ((string member, string path) in Kinds)
        {
            FolioHridNumbers numbers = NumbersOf(path);
            settings[member] = new JsonObject
            {
                ["prefix"] = numbers.Prefix,
                ["startNumber"] = numbers.Start,
                ["currentNumber"] = numbers.Last,
            };
            settings["commonRetainLeadingZeroes"] = numbers.HasLeadingZeroes;
        }

        return FolioAnswers.Json(200, settings);
    }

    public FakeResponse Put(string body)
    {
        if (Parse(body) is not { } settings)
        {
            return FolioAnswers.Text(400, "Cannot deserialize value of type `org.folio.rest.jaxrs.model.HridSettings`");
        }

        List<JsonObject> errors = [.. Kinds.SelectMany(kind => Problems(kind.Member, settings[kind.Member] as JsonObject))];
        if (errors.Count > 0)
        {
            return FolioAnswers.Invalid(errors);
        }

        foreach ((string member, string path) in Kinds)
        {
            FolioHridNumbers numbers = NumbersOf(path);
            numbers.Prefix = FolioFieldReader.Text(settings[member]!["prefix"]) ?? "";
            numbers.Start = Number(settings[member]!["startNumber"])!.Value;
            numbers.Last = numbers.Start - 1;
            numbers.HasLeadingZeroes = FolioFieldReader.Text(settings["commonRetainLeadingZeroes"]) != "false";
        }

        return FakeResponse.Empty(204);
    }

    private static IEnumerable<JsonObject> Problems(string member, JsonObject? setting)
    {
        if (setting is null)
        {
            yield return FolioAnswers.Constraint("must not be null", "NotNull", member, "null");
        }
        else if (Number(setting["startNumber"]) is not { } start)
        {
            yield return FolioAnswers.Constraint("must not be null", "NotNull", member + ".startNumber", "null");
        }
        else if (start < 1)
        {
            yield return FolioAnswers.Constraint("must be greater than or equal to 1", "DecimalMin", member + ".startNumber", $"{start}");
        }
        else if (FolioFieldReader.Text(setting["prefix"]) is { } prefix && !IsPrefix(prefix))
        {
            yield return FolioAnswers.Constraint("must match \"^[0-9a-zA-Z.-]{0,10}$\"", "Pattern", member + ".prefix", prefix);
        }
    }

    private static bool IsPrefix(string prefix) =>
        prefix.Length <= 10 && prefix.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '.' or '-');

    private static long? Number(JsonNode? node) =>
        long.TryParse(FolioFieldReader.Text(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private FolioHridNumbers NumbersOf(string path) => tenant.FindResource(path)!.Hrids!;
}
