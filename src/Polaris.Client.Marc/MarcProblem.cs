namespace Polaris.Client.Marc;

/// <summary>Something in a record that is not as MARC wants it.</summary>
/// <param name="Path">Where it is, such as <c>leader</c> or <c>datafields[3].ind1</c>, counted from 0.</param>
/// <param name="Message">What is wrong, without the record's texts.</param>
public sealed record MarcProblem(string Path, string Message)
{
    /// <summary>Shows where it is and what is wrong.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
