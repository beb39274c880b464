using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Questions about symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat PlainFormat =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The type as generated code writes it.</summary>
    public static string InCode(ITypeSymbol type) => type.ToDisplayString(CodeFormat);

    /// <summary>The name as generated code writes it: with an at sign where it is a keyword.</summary>
    public static string NameInCode(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

    /// <summary>The type as a message names it.</summary>
    public static string InMessage(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    public static AttributeData? Attribute(ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => Is(attribute.AttributeClass, fullName));

    public static bool Is(ITypeSymbol? type, string fullName) =>
        type is INamedTypeSymbol { IsGenericType: false } && type.ToDisplayString(PlainFormat) == fullName;

    /// <summary>True for the type itself and for everything derived from it.</summary>
    public static bool IsOrDerives(ITypeSymbol? type, string fullName)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Is(type, fullName))
                return true;
        }
        return false;
    }

    /// <summary>The type within Nullable&lt;T&gt;, or null for any other type.</summary>
    public static ITypeSymbol? WithinNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : null;

    /// <summary>The type within Task&lt;T&gt;, or null for any other type.</summary>
    public static ITypeSymbol? WithinTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { MetadataName: "Task`1" } task
            && task.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks"
                ? task.TypeArguments[0]
                : null;

    /// <summary>The only text argument of an attribute, or null where the code does not compile anyway.</summary>
    public static string? StringArgument(this AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text
            : null;

    /// <summary>The texts of an attribute that takes any number of them.</summary>
    public static IEnumerable<string> StringsOfArgument(this AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(value => value.Value as string ?? "")
            : [];
}
