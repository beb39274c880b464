using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Polaris.Client.RefitGenerator;

namespace Polaris.Client.Tests.RefitGenerator;

public sealed class CachingTests
{
    private const string Api = "public interface IApi { [Get(\"/books/{id}\")] Task<int> GetAsync(int id); }";

    [Test]
    public void Run_AnUnrelatedFileIsAdded_NothingIsWrittenAgain()
    {
        SyntaxTree unrelated = CompiledSnippet.Parse("internal sealed class Unrelated;");

        GeneratorRunResult run = RunTwice(first => first.AddSyntaxTrees(unrelated));

        Assert.That(Reasons(run), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void Run_LinesAreInsertedAboveTheInterface_NothingIsWrittenAgain()
    {
        GeneratorRunResult run = RunTwice(first =>
            first.ReplaceSyntaxTree(first.SyntaxTrees.Single(), CompiledSnippet.Parse("\n\n// moved\n" + Api)));

        Assert.That(Reasons(run), Is.All.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(ModelReasons(run), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void Run_TheRouteChanges_TheImplementationIsWrittenAgain()
    {
        GeneratorRunResult run = RunTwice(first => first.ReplaceSyntaxTree(
            first.SyntaxTrees.Single(), CompiledSnippet.Parse(Api.Replace("books", "records", StringComparison.Ordinal))));

        Assert.That(Reasons(run), Has.Some.EqualTo(IncrementalStepRunReason.Modified));
        Assert.That(ModelReasons(run), Is.All.EqualTo(IncrementalStepRunReason.Modified));
    }

    private static GeneratorRunResult RunTwice(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = CompiledSnippet.Compile(Api);
        GeneratorDriver driver = CompiledSnippet.CreateDriver().RunGenerators(compilation);
        return driver.RunGenerators(edit(compilation)).GetRunResult().Results.Single();
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run) =>
        run.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> ModelReasons(GeneratorRunResult run) =>
        run.TrackedSteps[RefitImplementationGenerator.InterfacesStep].SelectMany(step => step.Outputs)
            .Select(output => output.Reason);
}
