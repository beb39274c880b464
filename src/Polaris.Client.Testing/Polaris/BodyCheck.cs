using System.Globalization;
using System.Text.Json;

namespace Polaris.Client.Testing;

/// <summary>Compares a JSON object with the documentation: exact names, numbers as numbers, no unknown properties.</summary>
internal sealed class BodyCheck
{
    private readonly PolarisCall _call;
    private readonly bool _acceptQuotedNumbers;
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _unread = [];

    public BodyCheck(PolarisCall call, JsonElement element, bool acceptQuotedNumbers, string path = "$")
    {
        _call = call;
        _acceptQuotedNumbers = acceptQuotedNumbers;
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw call.BadRequest($"{path} is a JSON {element.ValueKind}, not an object.");
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            _unread[member.Name] = member.Value;
        }
    }

    public BodyCheck Ints(params string[] names) => Each(names, CheckInt);

    public BodyCheck Bools(params string[] names) => Each(names, (name, value) =>
        Demand(value.ValueKind is JsonValueKind.True or JsonValueKind.False, name, value, "a boolean"));

    public BodyCheck Texts(params string[] names) => Each(names, (name, value) =>
        Demand(value.ValueKind == JsonValueKind.String, name, value, "a string"));

    public BodyCheck Anything(params string[] names) => Each(names, (_, _) => { });

    public BodyCheck Required(params string[] names)
    {
        foreach (string name in names.Where(name => !_unread.ContainsKey(name)))
        {
            throw _call.BadRequest($"{_path}.{name} is missing.");
        }

        return this;
    }

    /// <summary>Checks an object, which may be <c>null</c> or absent.</summary>
    public BodyCheck Object(string name, Action<BodyCheck> look) => Each([name], (_, value) =>
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            look(new(_call, value, _acceptQuotedNumbers, $"{_path}.{name}"));
        }
    });

    /// <summary>Checks each object of an array, which may be <c>null</c> or absent.</summary>
    public BodyCheck Objects(string name, Action<BodyCheck> look) => Each([name], (_, value) =>
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        Demand(value.ValueKind == JsonValueKind.Array, name, value, "an array");
        foreach (JsonElement item in value.EnumerateArray())
        {
            look(new(_call, item, _acceptQuotedNumbers, $"{_path}.{name}[]"));
        }
    });

    /// <summary>Checks arrays of integers.</summary>
    public BodyCheck IntArrays(params string[] names) => Each(names, (name, value) => Demand(
        value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _)),
        name,
        value,
        "an array of integers"));

    /// <summary>
    /// Ends the check: properties that were not named are unknown. The server ignores them silently, so this only reports them.
    /// </summary>
    public void NothingElse()
    {
        foreach (string name in _unread.Keys)
        {
            _call.Report($"{_path}.{name} is not a documented property; the server would ignore it silently.");
        }
    }

    private BodyCheck Each(string[] names, Action<string, JsonElement> check)
    {
        foreach (string name in names)
        {
            if (_unread.TryGetValue(name, out JsonElement value))
            {
                _unread.Remove(name);
                check(name, value);
            }
        }

        return this;
    }

    private void CheckInt(string name, JsonElement value)
    {
        bool isQuoted = value.ValueKind == JsonValueKind.String
            && int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (isQuoted && !_acceptQuotedNumbers)
        {
            _call.Report($"{_path}.{name} is a number in quotes; Polaris cut such a number to its first digit.");
        }

        bool isInteger = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _);
        Demand(isQuoted || isInteger, name, value, "an integer");
    }

    private void Demand(bool isSo, string name, JsonElement value, string what)
    {
        if (!isSo)
        {
            throw _call.BadRequest($"{_path}.{name} is a JSON {value.ValueKind}, not {what}.");
        }
    }
}
