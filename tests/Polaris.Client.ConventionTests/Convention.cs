namespace Polaris.Client.ConventionTests;

/// <summary>Asserts a convention so that a failure names every place and describes how to fix it.</summary>
internal static class Convention
{
    private const int MostShown = 40;

    /// <summary>Fails when there is a violation.</summary>
    /// <param name="violations">One line for each place that breaks the convention.</param>
    /// <param name="mend">What to do about it.</param>
    public static void Holds(IEnumerable<string> violations, string mend)
    {
        List<string> found = [.. violations.Distinct().Order(StringComparer.Ordinal)];
        if (found.Count == 0) return;

        const string separator = "\n  - ";
        string rest = found.Count > MostShown ? $"{separator}and {found.Count - MostShown} more" : "";
        Assert.Fail($"{mend}\nPlaces: {found.Count}{separator}{string.Join(separator, found.Take(MostShown))}{rest}");
    }
}
