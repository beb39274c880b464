using System.Reflection;
using System.Runtime.CompilerServices;

namespace Polaris.Client.ConventionTests.Types;

/// <summary>The assemblies of the packages.</summary>
internal static class Assemblies
{
    public static Assembly Client { get; } = typeof(PolarisClient).Assembly;

    public static Assembly Testing { get; } = Assembly.Load("Polaris.Client.Testing");

    public static Assembly Marc { get; } = Assembly.Load("Polaris.Client.Marc");

    public static IReadOnlyList<Assembly> All { get; } = [Client, Testing, Marc];

    /// <summary>Every type that a person wrote, public or not.</summary>
    public static IReadOnlyList<Type> WrittenTypes { get; } = [.. All.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten)];

    public static IReadOnlyList<Type> PublicTypes { get; } = [.. WrittenTypes.Where(type => type.IsVisible)];

    public static IEnumerable<MethodInfo> PublicMethods(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>The type as one writes it, without namespace: <c>WorkflowResult&lt;TAnswer&gt;</c>.</summary>
    public static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    private static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        && type.Namespace is { } name && (name.StartsWith("Polaris.Client", StringComparison.Ordinal) || name == "Microsoft.Extensions.DependencyInjection")
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
