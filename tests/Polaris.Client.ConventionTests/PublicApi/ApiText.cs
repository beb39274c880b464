using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Polaris.Client.ConventionTests.PublicApi;

/// <summary>Writes the public API of an assembly as text: a line for each type, an indented line for each member, sorted.</summary>
internal static class ApiText
{
    private static readonly SymbolDisplayFormat MemberFormat = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeAccessibility,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat TypeFormat = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: MemberFormat.GenericsOptions,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: MemberFormat.ParameterOptions,
        miscellaneousOptions: MemberFormat.MiscellaneousOptions);

    /// <summary>The API of an assembly that is loaded.</summary>
    /// <param name="path">The file of the assembly.</param>
    public static string Of(string path)
    {
        IEnumerable<string> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        MetadataReference assembly = MetadataReference.CreateFromFile(path);
        var compilation = CSharpCompilation.Create("Api", references:
            [assembly, .. platform.Where(file => Path.GetFileName(file) != Path.GetFileName(path)).Select(file => MetadataReference.CreateFromFile(file))]);
        return Write(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!).GlobalNamespace);
    }

    private static string Write(INamespaceSymbol root)
    {
        var text = new StringBuilder();
        foreach (INamedTypeSymbol type in Types(root).OrderBy(type => type.ToDisplayString(TypeFormat), StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(Describe(type)).Append('\n');
            foreach (string member in Members(type)) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) => parent.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol child => Types(child),
        INamedTypeSymbol type when IsPublic(type) => Types(type).Prepend(type),
        _ => [],
    });

    private static string Describe(INamedTypeSymbol type)
    {
        string[] bases = [.. new[] { type.BaseType }.OfType<INamedTypeSymbol>().Where(IsWorthNaming)
            .Concat(type.Interfaces.Where(IsPublic).OrderBy(face => face.Name, StringComparer.Ordinal))
            .Select(parent => parent.ToDisplayString(MemberFormat))];
        string inherits = type.TypeKind is TypeKind.Enum or TypeKind.Delegate || bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}";
        return $"{Modifiers(type)}{Kind(type)} {type.ToDisplayString(TypeFormat)}{inherits}";
    }

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Struct, IsReadOnly: true } => type.IsRefLikeType ? "readonly ref " : "readonly ",
        { TypeKind: TypeKind.Struct, IsRefLikeType: true } => "ref ",
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Kind(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { IsRecord: true } => "record",
        _ => type.TypeKind.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<string> Members(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate) return [];
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.GetMembers().OfType<IFieldSymbol>().OrderBy(field => Convert.ToInt64(field.ConstantValue, null))
                .Select(field => $"{field.Name} = {field.ConstantValue}");
        }

        return type.GetMembers()
            .Where(member => member is not INamedTypeSymbol && IsPublic(member) && !member.Name.Contains('<', StringComparison.Ordinal))
            .Where(member => member is not IMethodSymbol { AssociatedSymbol: not null })
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.ToDisplayString(MemberFormat), StringComparer.Ordinal)
            .Select(member => member.ToDisplayString(MemberFormat).Replace("public ", "", StringComparison.Ordinal));
    }

    private static bool IsWorthNaming(INamedTypeSymbol parent) =>
        parent.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType);

    private static bool IsPublic(ISymbol symbol) => symbol.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
