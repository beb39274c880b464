using System.Globalization;
using Microsoft.Extensions.Configuration;
using Polaris.Client.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reads the options of one section of the configuration, and reports every key and value that cannot be used.</summary>
/// <remarks>
/// Each method reads one key; a key that no method reads is unknown. The values of unknown keys are never shown, since they may be secrets. An
/// empty value, for example of an environment variable, means that the option is not set.
/// </remarks>
internal sealed class OptionsSection
{
    private readonly IConfiguration _configuration;
    private readonly BindingProblems _problems;
    private readonly string _root;
    private readonly string _prefix;
    private readonly Dictionary<string, OptionsSection?> _keys = new(StringComparer.OrdinalIgnoreCase);

    public OptionsSection(IConfiguration configuration, BindingProblems problems)
        : this(configuration, problems, configuration is IConfigurationSection { Path: var path } ? path + ":" : "", prefix: "")
    {
    }

    private OptionsSection(IConfiguration configuration, BindingProblems problems, string root, string prefix)
    {
        _configuration = configuration;
        _problems = problems;
        _root = root;
        _prefix = prefix;
    }

    public void Text(string key, Action<string> set) => Read(key, "", value =>
    {
        set(value);
        return true;
    });

    public void Number(string key, Action<int> set) =>
        Value(key, "an integer", set, static (string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value));

    public void Flag(string key, Action<bool> set) => Value<bool>(key, "true or false", set, bool.TryParse);

    /// <summary>Reads a time. A plain number is refused, because .NET reads it as days.</summary>
    public void Time(string key, Action<TimeSpan> set) => Value(key, "a time such as 00:01:40, in hours, minutes and seconds", set, TryParseTime);

    public void Address(string key, Action<Uri> set) => Value(
        key, "an address that starts with https://", set, static (string text, out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value!));

    /// <summary>Names an option that is a delegate, so that a key for it is refused with a reason.</summary>
    public void OnlyInCode(string key) => Read(key, "set in code, because it is a delegate", static _ => false, isShown: false);

    /// <summary>Returns the reader of a nested section.</summary>
    public OptionsSection Nested(string key)
    {
        var section = _configuration.GetSection(key);
        if (!string.IsNullOrEmpty(section.Value))
        {
            _problems.Add(_prefix + key, $"{section.Path} is a single value: it must be a section.");
        }

        var nested = new OptionsSection(section, _problems, _root, $"{_prefix}{key}:");
        _keys.Add(key, nested);
        return nested;
    }

    /// <summary>Reports the keys that were not read.</summary>
    /// <param name="optionsType">The type of the options, for messages.</param>
    public void End(Type optionsType)
    {
        var unknown = Unknown().ToList();
        if (unknown.Count > 0 && _configuration is IConfigurationRoot root)
        {
            _problems.Add("", RootInsteadOfSection(root, unknown.ConvertAll(found => found.Key.Key), optionsType));
            return;
        }

        foreach (var (section, key) in unknown)
        {
            _problems.Add("", $"{key.Path} is not an option of {optionsType.Name}{section.Advice(key.Key, all: this)}");
        }

        if (_configuration is IConfigurationSection whole && !whole.Exists())
        {
            _problems.Hint = $"The section '{whole.Path}' of the configuration does not exist or is empty.";
        }
    }

    private void Value<T>(string key, string expected, Action<T> set, TryParse<T> parse) => Read(key, expected, text =>
    {
        var isValid = parse(text, out var value);
        if (isValid)
        {
            set(value);
        }

        return isValid;
    });

    private void Read(string key, string expected, Func<string, bool> set, bool isShown = true)
    {
        _keys.Add(key, null);
        var section = _configuration.GetSection(key);
        if (section.GetChildren().Any())
        {
            _problems.Add(_prefix + key, $"{section.Path} is a section: it must be a single value.");
        }
        else if (section.Value is { Length: > 0 } text && !set(text))
        {
            // An address that .NET cannot read may hold a password before its '@'.
            _problems.Add(_prefix + key, $"{section.Path}{(isShown && !text.Contains('@') ? $" is '{text}': it" : "")} must be {expected}.");
        }
    }

    private IEnumerable<(OptionsSection Section, IConfigurationSection Key)> Unknown() => _configuration.GetChildren().SelectMany(child =>
        !_keys.TryGetValue(child.Key, out var nested) ? [(this, child)]
        : nested?.Unknown() ?? []);

    /// <summary>Names the nearest key: of this section, or of another one, where it may belong.</summary>
    private string Advice(string unknown, OptionsSection all)
    {
        if (Nearest(unknown, _keys.Keys) is { } here)
        {
            return $"; did you mean {_root}{_prefix}{here}?";
        }

        var elsewhere = all.Paths().ToLookup(path => path.Substring(path.LastIndexOf(':') + 1), StringComparer.OrdinalIgnoreCase);
        return Nearest(unknown, elsewhere.Select(paths => paths.Key)) is { } there
            ? $"; did you mean {_root}{elsewhere[there].First()}?"
            : $". The keys of this section are {string.Join(", ", _keys.Keys)}.";
    }

    /// <summary>The paths of all keys, relative to the section that was passed.</summary>
    private IEnumerable<string> Paths() => _keys.SelectMany(key => key.Value?.Paths() ?? [_prefix + key.Key]);

    private static string? Nearest(string key, IEnumerable<string> known) => known
        .Select(candidate => (Key: candidate, Distance: EditDistance.Between(key, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(2, key.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Key)
        .FirstOrDefault();

    private string RootInsteadOfSection(IConfigurationRoot root, List<string> unknown, Type optionsType)
    {
        var section = root.GetChildren().FirstOrDefault(child => !_keys.ContainsKey(child.Key) && child.GetChildren().Any(key => _keys.ContainsKey(key.Key)));
        var others = unknown.Count == 1 ? "is" : $"and {unknown.Count - 1} more are";
        return $"The root of the configuration was passed instead of a section: '{section?.Key ?? unknown[0]}' {others} not an option of "
            + $"{optionsType.Name}. Pass configuration.GetSection(\"{section?.Key ?? "..."}\").";
    }

    private static bool TryParseTime(string text, out TimeSpan value)
    {
        value = default;
        return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    private delegate bool TryParse<T>(string text, out T value);
}

/// <summary>How many letters differ between two words.</summary>
internal static class EditDistance
{
    /// <summary>Counts the letters to insert, remove, replace, or swap with the next, without regard to case.</summary>
    public static int Between(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Cheapest(costs, one, other, i, j);
            }
        }

        return costs[one.Length, other.Length];
    }

    private static int Cheapest(int[,] costs, string one, string other, int i, int j)
    {
        var replaced = costs[i - 1, j - 1] + (AreEqual(one[i - 1], other[j - 1]) ? 0 : 1);
        var cheapest = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
        return i > 1 && j > 1 && AreEqual(one[i - 1], other[j - 2]) && AreEqual(one[i - 2], other[j - 1])
            ? Math.Min(cheapest, costs[i - 2, j - 2] + 1) : cheapest;
    }

    private static bool AreEqual(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
