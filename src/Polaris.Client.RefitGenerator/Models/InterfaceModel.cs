namespace Polaris.Client.RefitGenerator.Models;

/// <summary>An interface to implement.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name without the namespace.</param>
/// <param name="FullName">Its name as generated code writes it.</param>
/// <param name="Methods">Its methods, one an endpoint.</param>
internal sealed record InterfaceModel(
    string Namespace, string Name, string FullName, EquatableArray<MethodModel> Methods)
{
    public string ImplementationName { get; } =
        (Name.Length > 1 && Name[0] == 'I' && char.IsUpper(Name[1]) ? Name.Substring(1) : Name) + "Implementation";

    public string FullImplementationName =>
        Namespace.Length == 0 ? $"global::{ImplementationName}" : $"global::{Namespace}.{ImplementationName}";

    public string HintName =>
        Namespace.Length == 0 ? $"{ImplementationName}.g.cs" : $"{Namespace}.{ImplementationName}.g.cs";
}
