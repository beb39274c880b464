using Microsoft.CodeAnalysis;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Which types can stand in an address, and how they are written.</summary>
internal static class AddressTypes
{
    /// <summary>The form of a single value, nullable or not.</summary>
    public static ValueKind KindOf(ITypeSymbol type)
    {
        ITypeSymbol plain = Symbols.WithinNullable(type) ?? type;
        if (plain.TypeKind == TypeKind.Enum)
            return ValueKind.Unsupported;
        return plain.SpecialType switch
        {
            SpecialType.System_String => ValueKind.Text,
            SpecialType.System_SByte or SpecialType.System_Byte
                or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 => ValueKind.Integer,
            SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_UInt64
                or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
                or SpecialType.System_DateTime => ValueKind.Formatted,
            _ when Symbols.Is(plain, "System.Guid") => ValueKind.Guid,
            _ when Symbols.Is(plain, "System.DateTimeOffset") => ValueKind.Formatted,
            _ when Symbols.Is(plain, "System.DateOnly") => ValueKind.Formatted,
            _ => ValueKind.Unsupported,
        };
    }

    /// <summary>The items of a collection, or null for anything else.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type.IsValueType || type.SpecialType == SpecialType.System_String)
            return null;
        INamedTypeSymbol[] sequences = type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>()
            .Where(IsSequence).ToArray();
        return sequences.Length == 1 ? sequences[0].TypeArguments[0] : null;
    }

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
