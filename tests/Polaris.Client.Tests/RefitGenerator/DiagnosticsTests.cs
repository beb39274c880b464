using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Polaris.Client.Tests.RefitGenerator;

public sealed class DiagnosticsTests
{
    private const string Get = "[Get(\"/books/{id}\")] Task GetAsync(int id);";

    [TestCase("REFIT001", "public static class Outer { public interface IApi { " + Get + " } }")]
    [TestCase("REFIT001", "file interface IApi { " + Get + " }")]
    [TestCase("REFIT002", "public interface IApi<T> { " + Get + " }")]
    [TestCase("REFIT003", "public interface IApi : IDisposable { " + Get + " }")]
    [TestCase("REFIT004", "public interface IApi { " + Get + " Task OtherAsync(); }")]
    [TestCase("REFIT004", "public interface IApi { " + Get + " int Count { get; } }")]
    [TestCase("REFIT004", "public interface IApi { " + Get + " event Action Changed; }")]
    [TestCase("REFIT005", "public interface IApi { [Get(\"/x\")] Task GetAsync() => Task.CompletedTask; }")]
    [TestCase("REFIT005", "public interface IApi { " + Get + " static int Count() => 1; }")]
    [TestCase("REFIT006", "public interface IApi { [Get(\"/x\")] Task<T> GetAsync<T>(); }")]
    public void Interface_NotSupported_IsRefused(string id, string code) => AssertOnly(id, code);

    [TestCase("REFIT007", "[Get(\"/x\"), Delete(\"/x\")] Task CallAsync();")]
    [TestCase("REFIT007", "[Trace(\"/x\")] Task CallAsync();")]
    [TestCase("REFIT008", "[Get(\"/x\")] int Call();")]
    [TestCase("REFIT008", "[Get(\"/x\")] void Call();")]
    [TestCase("REFIT008", "[Get(\"/x\")] ValueTask<int> CallAsync();")]
    [TestCase("REFIT008", "[Get(\"/x\")] IObservable<int> Call();")]
    [TestCase("REFIT008", "[Get(\"/x\")] IAsyncEnumerable<int> Call();")]
    [TestCase("REFIT008", "[Get(\"/x\")] Task<string> CallAsync();")]
    [TestCase("REFIT008", "[Get(\"/x\")] Task<Stream> CallAsync();")]
    [TestCase("REFIT008", "[Get(\"/x\")] Task<HttpContent> CallAsync();")]
    [TestCase("REFIT009", "[Get(\"x\")] Task CallAsync();")]
    [TestCase("REFIT009", "[Get(\"\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/x/{id\")] Task CallAsync(int id);")]
    [TestCase("REFIT010", "[Get(\"/x/id}\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/x/{}\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/x/{**id}\")] Task CallAsync(string id);")]
    [TestCase("REFIT010", "[Get(\"/x/{id.Name}\")] Task CallAsync(int id);")]
    [TestCase("REFIT010", "[Get(\"/x?y={id}\")] Task CallAsync(int id);")]
    [TestCase("REFIT010", "[Get(\"/x y\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/x#y\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/x/../y\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/x//y\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"//host/y\")] Task CallAsync();")]
    [TestCase("REFIT010", "[Get(\"/http:x\")] Task CallAsync();")]
    [TestCase("REFIT011", "[Get(\"/x/{id}\")] Task CallAsync(int other);")]
    [TestCase("REFIT011", "[Get(\"/x/{id}\")] Task CallAsync([AliasAs(\"key\")] int id);")]
    public void Method_NotSupported_IsRefused(string id, string method) => AssertOnly(id, Api(method));

    [TestCase("REFIT012", "[Get(\"/x/{id}\")] Task CallAsync(ref int id);")]
    [TestCase("REFIT012", "[Get(\"/x\")] Task CallAsync(out int id);")]
    [TestCase("REFIT012", "[Get(\"/x\")] Task CallAsync(in int id);")]
    [TestCase("REFIT013", "[Get(\"/x/{id}\")] Task CallAsync(DayOfWeek id);")]
    [TestCase("REFIT013", "[Get(\"/x/{id}\")] Task CallAsync(int? id);")]
    [TestCase("REFIT013", "[Get(\"/x/{id}\")] Task CallAsync(object id);")]
    [TestCase("REFIT013", "[Get(\"/x/{id}\")] Task CallAsync(int[] id);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync(DayOfWeek day);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync(DayOfWeek? day);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync([Query] Version version);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync(Uri address);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync(TimeSpan time);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync([Query(CollectionFormat.Csv)] DayOfWeek[] days);")]
    [TestCase("REFIT014", "[Get(\"/x\")] Task CallAsync(Dictionary<string, string> filter);")]
    [TestCase("REFIT015", "[Get(\"/x\")] Task CallAsync(int[] ids);")]
    [TestCase("REFIT015", "[Get(\"/x\")] Task CallAsync([Query] IEnumerable<string> names);")]
    [TestCase("REFIT016", "[Post(\"/x\")] Task CallAsync([Body] Version one, [Body] Version other);")]
    [TestCase("REFIT017", "[Get(\"/x\")] Task CallAsync([Body] Version body);")]
    [TestCase("REFIT017", "[Head(\"/x\")] Task CallAsync([Body] Version body);")]
    [TestCase("REFIT018", "[Post(\"/x\")] Task CallAsync([Body] string body);")]
    [TestCase("REFIT018", "[Post(\"/x\")] Task CallAsync([Body] MemoryStream body);")]
    [TestCase("REFIT018", "[Post(\"/x\")] Task CallAsync([Body] StringContent body);")]
    [TestCase("REFIT018", "[Post(\"/x\")] Task CallAsync([Body] object body);")]
    [TestCase("REFIT019", "[Post(\"/x\")] Task CallAsync(Version body);")]
    [TestCase("REFIT019", "[Put(\"/x\")] Task CallAsync(Version body);")]
    [TestCase("REFIT019", "[Patch(\"/x\")] Task CallAsync(int[] ids);")]
    [TestCase("REFIT020", "[Get(\"/x/{id}\")] Task CallAsync([Query] int id);")]
    [TestCase("REFIT020", "[Get(\"/x\")] Task CallAsync([Query, Header(\"X\")] string id);")]
    [TestCase("REFIT021", "[Get(\"/x\")] Task CallAsync([Header(\"X\")] int number);")]
    [TestCase("REFIT022", "[Get(\"/x\")] Task CallAsync([Header(\"X Y\")] string text);")]
    [TestCase("REFIT022", "[Get(\"/x\")] Task CallAsync([Header(\"Content-Type\")] string text);")]
    [TestCase("REFIT022", "[Get(\"/x\"), Headers(\"Accept\")] Task CallAsync();")]
    [TestCase("REFIT022", "[Get(\"/x\"), Headers(\"Accept:\")] Task CallAsync();")]
    [TestCase("REFIT022", "[Get(\"/x\"), Headers(\"Content-Language: en\")] Task CallAsync();")]
    [TestCase("REFIT022", "[Get(\"/x\"), Headers(\"X: a\\r\\nY: b\")] Task CallAsync();")]
    [TestCase("REFIT023", "[Get(\"/x\")] Task CallAsync(CancellationToken? token);")]
    [TestCase("REFIT023", "[Get(\"/x\")] Task CallAsync(CancellationToken one, CancellationToken other);")]
    [TestCase("REFIT024", "[Get(\"/x\")] Task CallAsync(int one, [AliasAs(\"one\")] int other);")]
    [TestCase("REFIT024", "[Get(\"/x/{id}\")] Task CallAsync(int id, [AliasAs(\"ID\")] int other);")]
    [TestCase("REFIT024", "[Get(\"/x\"), Headers(\"X: 1\")] Task CallAsync([Header(\"x\")] string text);")]
    [TestCase("REFIT024", "[Get(\"/x\"), Headers(\"X: 1\", \"x: 2\")] Task CallAsync();")]
    [TestCase("REFIT024", "[Get(\"/x\")] Task CallAsync([Property(\"p\")] int one, [Property(\"p\")] int other);")]
    public void Parameter_NotSupported_IsRefused(string id, string method) => AssertOnly(id, Api(method));

    [Test]
    public void Diagnostic_OfAParameter_StandsAtTheParameterAndTellsHowToMendIt()
    {
        CompiledSnippet snippet = CompiledSnippet.Of(Api("[Post(\"/x\")] Task CallAsync(Version version);"));

        Diagnostic diagnostic = snippet.Run.Diagnostics.Single();
        Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo("Snippet.cs"));
        Assert.That(diagnostic.Location.SourceSpan.Length, Is.EqualTo("version".Length));
        Assert.That(
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            Does.StartWith("'version'").And.Contain("mark it [Body]"));
    }

    [Test]
    public void Interface_WithoutVerbs_IsLeftAlone()
    {
        CompiledSnippet snippet = CompiledSnippet.Of(
            "public interface IOther<T> : IDisposable { [Obsolete] int Count(); }");

        Assert.That(snippet.Run.Diagnostics, Is.Empty);
        Assert.That(snippet.CompilerDiagnostics, Is.Empty);
    }

    private static string Api(string method) =>
        "internal sealed class TraceAttribute(string path) : HttpMethodAttribute(path) "
        + "{ public override HttpMethod Method => HttpMethod.Trace; }\n"
        + $"public interface IApi {{ {method} }}";

    // The one diagnostic is all there is: a snippet with an error of its own would prove nothing.
    private static void AssertOnly(string id, string code)
    {
        CompiledSnippet snippet = CompiledSnippet.Of(code);

        Assert.That(snippet.Run.Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { id }));
        Assert.That(snippet.SnippetDiagnostics, Is.Empty);
    }
}
