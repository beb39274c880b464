using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Polaris.Client.RefitGenerator;

namespace Polaris.Client.Tests.RefitGenerator;

/// <summary>Source text, compiled together with what the generator makes of it.</summary>
internal sealed class CompiledSnippet
{
    private const string Usings = """
        #nullable enable
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Refit;

        """;

    private static readonly string[] ReferenceNames =
        ["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Net.Http", "System.Private.Uri"];

    // All snippets grow from one compilation, which resolves the references once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Snippet",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => ReferenceNames.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest, DocumentationMode.Diagnose,
        preprocessorSymbols: ["NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET8_0_OR_GREATER"]);

    private CompiledSnippet(Compilation compilation, GeneratorDriverRunResult run) =>
        (Compilation, Run) = (compilation, run);

    public Compilation Compilation { get; }

    public GeneratorDriverRunResult Run { get; }

    /// <summary>What the compiler says of the snippet and the generated code.</summary>
    public IEnumerable<Diagnostic> CompilerDiagnostics =>
        Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>What the compiler says of the snippet alone, which is quicker to find out.</summary>
    public IEnumerable<Diagnostic> SnippetDiagnostics =>
        Compilation.GetSemanticModel(Compilation.SyntaxTrees.First()).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public static CompiledSnippet Of(string code)
    {
        Compilation compilation = Compile(code);
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return new CompiledSnippet(output, driver.GetRunResult());
    }

    public static CSharpCompilation Compile(string code) => Empty.AddSyntaxTrees(Parse(code));

    public static SyntaxTree Parse(string code) =>
        CSharpSyntaxTree.ParseText(Usings + code, ParseOptions, path: "Snippet.cs");

    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new RefitImplementationGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(
            IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public string GeneratedFile(string hintName) =>
        Run.Results.Single().GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    public Assembly Load()
    {
        using var image = new MemoryStream();
        Assert.That(Compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        return Assembly.Load(image.ToArray());
    }
}
