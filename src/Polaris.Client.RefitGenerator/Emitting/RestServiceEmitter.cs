using Microsoft.CodeAnalysis.CSharp;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Emitting;

/// <summary>Writes Refit.RestService, which knows the implementations without searching for them.</summary>
internal static class RestServiceEmitter
{
    public static string Emit(IEnumerable<InterfaceModel> interfaces)
    {
        InterfaceModel[] models = interfaces.OrderBy(model => model.FullName, StringComparer.Ordinal).ToArray();
        string cases = string.Concat(models.Select(Case));
        string factories = string.Concat(models.Select(Factory));
        return SupportTypes.Wrap($$"""
            #pragma warning disable CS0612, CS0618 // an obsolete interface is implemented all the same
            using System;
            using System.CodeDom.Compiler;
            using System.Diagnostics.CodeAnalysis;
            using System.Net.Http;

            namespace Refit;

            /// <summary>Gives the implementation of an interface.</summary>
            [GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
            internal static class RestService
            {
                /// <summary>Gives the implementation that sends its calls through <paramref name="client"/>.</summary>
                /// <exception cref="ArgumentException">The base address is missing or has no trailing slash.</exception>
                /// <exception cref="InvalidOperationException">The type is no interface with endpoints.</exception>
                public static T For<T>(HttpClient client, RefitSettings settings)
                {
                    // Without the trailing slash the last segment of the base address would be lost.
                    if (client.BaseAddress?.AbsolutePath.EndsWith("/", StringComparison.Ordinal) != true)
                        throw new ArgumentException("The HttpClient needs a BaseAddress that ends with a slash.", nameof(client));
                    return (T)Create(typeof(T).FullName!, client, settings);
                }

                // By name and one by one, so that the first call of a program loads what it asks for and nothing else.
                private static object Create(string name, HttpClient client, RefitSettings settings) => name switch
                {
            {{cases}}        _ => throw new InvalidOperationException(
                        name + " is not implemented: it must be an interface of this assembly whose methods have verbs."),
                };
            {{factories}}}

            """);
    }

    private static string Case(InterfaceModel model, int number) =>
        $"        {SymbolDisplay.FormatLiteral(model.ReflectionName, quote: true)} => Create{number}(client, settings),\n";

    private static string Factory(InterfaceModel model, int number) =>
        $"\n    private static object Create{number}(HttpClient client, RefitSettings settings) =>\n"
        + $"        new {model.FullImplementationName}(client, settings);\n";
}
