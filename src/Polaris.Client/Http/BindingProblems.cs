namespace Polaris.Client.Http;

/// <summary>What could not be read from a section of the configuration, until the options are checked.</summary>
internal sealed class BindingProblems
{
    private readonly List<string> _texts = [];
    private readonly List<string> _keys = [];

    /// <summary>An explanation that is worth reading only if there are problems.</summary>
    public string? Hint { get; set; }

    /// <summary>Adds a problem.</summary>
    /// <param name="key">The option that keeps its default because of it; empty if there is none.</param>
    /// <param name="text">The message.</param>
    public void Add(string key, string text)
    {
        _texts.Add(text);
        _keys.Add(key);
    }

    /// <summary>Returns these problems and those of the options, except what follows from these.</summary>
    public IEnumerable<string> With(IEnumerable<string> others)
    {
        var all = _texts.Concat(others.Where(other => !_keys.Exists(key => IsAbout(other, key)))).ToList();
        return all.Count > 0 && Hint is { } hint ? all.Prepend(hint) : all;
    }

    private static bool IsAbout(string problem, string key) =>
        problem.StartsWith(key, StringComparison.Ordinal) && problem.Length > key.Length && problem[key.Length] is ' ' or ':';
}
