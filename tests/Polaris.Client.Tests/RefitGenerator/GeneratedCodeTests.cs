using System.Reflection;

namespace Polaris.Client.Tests.RefitGenerator;

public sealed class GeneratedCodeTests
{
    private const string EverythingSupported = """
        namespace Books
        {
            public sealed class Book;

            [Headers("Accept: application/json")]
            internal partial interface IBooksApi
            {
                [Get("/books/{id}")] Task<Book> GetAsync(Guid id, CancellationToken cancellationToken = default);
                [Get("/books/{ID}")] Task<Book?> FindAsync([AliasAs("id")] string key);
                [Get("/books/{a}/{b}/{c}/{d}/{e}/{f}")]
                Task<int> RouteAsync(long a, ulong b, bool c, decimal d, DateTime e, char f);
                [Get("/books?sort=name")]
                Task<List<Book>> ListAsync(
                    string? title, int? limit, Guid? id, bool? lent, double? price, float? weight, ulong? size, char? shelf,
                    DateTime? since, DateTimeOffset? until, DateOnly? on, [AliasAs("a b")] byte small,
                    [Query(CollectionFormat.Multi)] IReadOnlyList<int>? ids,
                    [Query(CollectionFormat = CollectionFormat.Pipes)] string?[]? names,
                    [Query(CollectionFormat.Csv)] IEnumerable<DateOnly?>? days);
            }

            internal partial interface IBooksApi
            {
                [Post("/books")] Task AddAsync([Body] Book request, [Header("X-Reason")] string? reason, [Property] object? tenant);
                [Post("/books")] Task AddAsync([Body] List<Book> books);
                [Put("/books/{class}")] Task PutAsync(int @class, [Property("p")] int @event);
                [Patch("/"), Obsolete] Task<HttpResponseMessage> PatchAsync(CancellationToken token);
                [Delete("/books")] Task DeleteAsync([Body] Book book);
                [Head("/books"), Headers("Accept: text/plain", "X: \"quoted\\")] Task HeadAsync();
            }
        }

        [Obsolete] public interface IGlobalApi { [Get("/x")] Task<int?> @class(); }
        """;

    [Test]
    public void Compilation_EverythingSupported_HasNoWarning()
    {
        CompiledSnippet snippet = CompiledSnippet.Of(EverythingSupported);

        Assert.That(snippet.Run.Diagnostics, Is.Empty);
        Assert.That(snippet.CompilerDiagnostics, Is.Empty);
    }

    [Test]
    public void Implementation_TwoHeadersOfOneName_MethodOverridesInterface()
    {
        string code = CompiledSnippet.Of(EverythingSupported).GeneratedFile("Books.BooksApiImplementation.g.cs");

        Assert.That(code, Does.Contain("""TryAddWithoutValidation("Accept", "text/plain")"""));
        Assert.That(code.Split("IBooksApi.HeadAsync")[1], Does.Not.Contain("application/json"));
    }

    [Test]
    public void For_InterfaceOfTheAssembly_GivesItsImplementation()
    {
        Assembly assembly = CompiledSnippet.Of(EverythingSupported).Load();

        object api = CallFor(assembly, assembly.GetType("Books.IBooksApi")!, "https://example.org/api/")!;

        Assert.That(api.GetType().FullName, Is.EqualTo("Books.BooksApiImplementation"));
    }

    [Test]
    public void For_AnotherType_NamesTheType()
    {
        Assembly assembly = CompiledSnippet.Of(EverythingSupported).Load();

        var error = Assert.Throws<TargetInvocationException>(
            () => CallFor(assembly, typeof(IDisposable), "https://example.org/"));

        Assert.That(error!.InnerException, Is.TypeOf<InvalidOperationException>()
            .With.Message.StartsWith("System.IDisposable is not implemented"));
    }

    [TestCase(null)]
    [TestCase("https://example.org/api")]
    public void For_BaseAddressThatWouldLoseASegment_IsRefused(string? address)
    {
        Assembly assembly = CompiledSnippet.Of(EverythingSupported).Load();

        var error = Assert.Throws<TargetInvocationException>(
            () => CallFor(assembly, assembly.GetType("IGlobalApi")!, address));

        Assert.That(error!.InnerException, Is.TypeOf<ArgumentException>().With.Message.Contains("ends with a slash"));
    }

    private static object? CallFor(Assembly assembly, Type type, string? address)
    {
        object settings = Activator.CreateInstance(assembly.GetType("Refit.RefitSettings")!, [null])!;
        using var client = new HttpClient { BaseAddress = address is null ? null : new Uri(address) };
        return assembly.GetType("Refit.RestService")!.GetMethod("For")!.MakeGenericMethod(type)
            .Invoke(null, [client, settings]);
    }
}
