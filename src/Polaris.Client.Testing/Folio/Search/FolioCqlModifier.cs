namespace Polaris.Client.Testing;

/// <summary>One <c>/name</c> or <c>/name=value</c> after a relation or a sort key.</summary>
internal readonly record struct FolioCqlModifier(string Name, FolioCqlTerm? Value)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "ignoreCase", "respectCase", "ignoreAccents", "respectAccents", "string", "number", "masked",
        "sort.ascending", "sort.descending",
    };

    public bool IsArray => Name[0] == '@';

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public FolioCqlModifier Check() =>
        IsArray || Known.Contains(Name) ? this : throw new FolioCqlException($"CQL: Unsupported modifier {Name}");
}
