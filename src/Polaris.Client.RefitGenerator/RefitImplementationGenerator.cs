using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Polaris.Client.RefitGenerator.Emitting;
using Polaris.Client.RefitGenerator.Models;
using Polaris.Client.RefitGenerator.Parsing;

namespace Polaris.Client.RefitGenerator;

/// <summary>Implements Refit interfaces while they are compiled: parse, model, emit.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RefitImplementationGenerator : IIncrementalGenerator
{
    /// <summary>The name under which the models are tracked, for the tests of caching.</summary>
    public const string InterfacesStep = "Interfaces";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(SupportTypes.AddTo);

        IncrementalValuesProvider<ParseResult> results = context.SyntaxProvider
            .CreateSyntaxProvider(InterfaceParser.IsCandidate, InterfaceParser.Parse)
            .Where(result => result is not null)
            .Select((result, _) => result!);
        IncrementalValuesProvider<InterfaceModel> interfaces = results
            .Where(result => result.Interface is not null)
            .Select((result, _) => result.Interface!)
            .WithTrackingName(InterfacesStep);

        context.RegisterSourceOutput(
            results.SelectMany((result, _) => result.Diagnostics),
            (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            interfaces,
            (output, model) => output.AddSource(model.HintName, Text(ImplementationEmitter.Emit(model))));
        context.RegisterSourceOutput(
            interfaces.Collect(),
            (output, models) => output.AddSource("Refit.RestService.g.cs", Text(RestServiceEmitter.Emit(models))));
    }

    private static SourceText Text(string code) => SourceText.From(code, Encoding.UTF8);
}
