using System.Reflection;
using System.Reflection.Emit;

namespace Polaris.Client.ConventionTests.Boundaries;

/// <summary>Which types of its own assembly a type uses: in its shape, in its attributes and in the code of its methods.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every arrow between top-level types of an assembly; nested and generated types count as the type they stand in.</summary>
    public static IReadOnlyList<TypeReference> Of(Assembly assembly) => [.. assembly.GetTypes()
        .SelectMany(type => Used(type).SelectMany(Parts).Where(used => used.Assembly == assembly)
            .Select(used => new TypeReference(Outermost(type), Outermost(used))))
        .Where(reference => reference.From != reference.To)
        .Distinct()];

    /// <summary>The top-level type that a type stands in.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static IEnumerable<Type> Used(Type type)
    {
        IEnumerable<Type?> shape =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetProperties(Declared).Select(property => property.PropertyType),
        ];
        IEnumerable<MethodBase> methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];
        IEnumerable<CustomAttributeData> attributes = type.GetMembers(Declared).Append(type).SelectMany(member => member.GetCustomAttributesData());
        return shape.OfType<Type>().Concat(methods.SelectMany(method => UsedBy(method))).Concat(attributes.SelectMany(attribute => UsedBy(attribute)));
    }

    private static IEnumerable<Type> UsedBy(CustomAttributeData attribute) => attribute.ConstructorArguments
        .Concat(attribute.NamedArguments.Select(argument => argument.TypedValue))
        .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many : [argument])
        .Select(argument => argument.Value).OfType<Type>()
        .Append(attribute.AttributeType);

    private static IEnumerable<Type> UsedBy(MethodBase method)
    {
        IEnumerable<Type> signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method is MethodInfo { ReturnType: var answer }) signature = signature.Append(answer);
        if (method.GetMethodBody() is not { } body) return signature;

        return signature
            .Concat(body.LocalVariables.Select(local => local.LocalType))
            .Concat(body.ExceptionHandlingClauses
                .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
                .Select(clause => clause.CatchType).OfType<Type>())
            .Concat(Tokens(body.GetILAsByteArray() ?? []).SelectMany(token => UsedBy(method, token)));
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (int at = 0; at < code.Length;)
        {
            OpCode operation = Codes[code[at] == 0xFE ? (short)(0xFE00 | code[++at]) : code[at]];
            at++;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += SizeOf(operation.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> UsedBy(MethodBase method, int token)
    {
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        MemberInfo? member = method.Module.ResolveMember(token, ofType, ofMethod);
        return member switch
        {
            Type used => [used],
            MethodInfo used => [used.DeclaringType!, used.ReturnType, .. used.IsGenericMethod ? used.GetGenericArguments() : []],
            { DeclaringType: { } used } => [used],
            _ => [],
        };
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }
}

/// <summary>An arrow: one type uses another.</summary>
/// <param name="From">The type that uses.</param>
/// <param name="To">The type that is used.</param>
internal sealed record TypeReference(Type From, Type To)
{
    public override string ToString() => $"{From.FullName} uses {To.FullName}";
}
