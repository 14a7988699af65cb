# make                 build/lagebild, build/lagebild-eval, build/liblagebild.a and .so, build/lagebild.pc
# make check           all tests                     make asan | tsan    the same under sanitizers
# make eval            quality on ../shared/gold     make bench          speed and memory, as ratios
# make fuzz            fuzz targets (clang)          make lexicon        models/ anew from the npm packages
# make install         PREFIX=/usr/local DESTDIR=
CC       = gcc
PREFIX   = /usr/local
BUILD    = build
SAN      =
OPT      = -O2 -g

PACKAGES = libxml-2.0 zlib libdeflate libzstd libbrotlidec liblzma libarchive uchardet libutf8proc \
           libxxhash sqlite3 jansson libpsl
WARN     = -Wall -Wextra -Werror -Wvla -Wmissing-prototypes -Wstrict-prototypes -Wshadow -Wconversion -Wno-sign-conversion
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lstemmer -lm -lpthread
CPPFLAGS = -Iinclude -Isrc -I$(BUILD)/gen -D_GNU_SOURCE -DLAGEBILD_MODELS='"$(MODELS)"'
MODELS   = $(PREFIX)/share/lagebild/models
CFLAGS   = -std=c17 $(OPT) $(WARN) -fPIC -fvisibility=hidden $(SAN)
LDFLAGS  = $(SAN)

LIB_SRC  := $(sort $(wildcard src/*/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
EVAL_SRC := $(sort $(wildcard app/eval*.c)) app/lagebild-eval.c
CMD_SRC  := $(filter-out $(EVAL_SRC),$(sort $(wildcard app/*.c)))
TEST_SRC := $(sort $(wildcard test/*/test_*.c))
TEST_BIN := $(TEST_SRC:test/%.c=$(BUILD)/test/%)
FUZZ_SRC := $(sort $(wildcard test/fuzz/fuzz_*.c))
BENCH_SRC := $(sort $(wildcard bench/*.c))
TOOL_SRC := $(sort $(wildcard models/tools/*.c))

# Files the library carries within, each as a C string in a header.
CARRIED := $(BUILD)/gen/store/schema.sql.h $(BUILD)/gen/view/picture.css.h
CARRY    = mkdir -p $(@D) && sed -e 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&\\n"/' $< > $@

all: $(BUILD)/lagebild $(BUILD)/lagebild-eval $(BUILD)/liblagebild.a $(BUILD)/liblagebild.so $(BUILD)/lagebild.pc

$(BUILD)/gen/store/%.h: src/store/%
	@$(CARRY)

$(BUILD)/gen/view/%.h: web/%
	@$(CARRY)

$(LIB_OBJ): | $(CARRIED)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo CC $<
	@$(CC) $(CPPFLAGS) $(PKG_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/liblagebild.a: $(LIB_OBJ)
	@rm -f $@
	@echo AR $@
	@ar rcs $@ $^

$(BUILD)/liblagebild.so: $(LIB_OBJ)
	@echo LD $@
	@$(CC) -shared -Wl,-soname,liblagebild.so.0 -Wl,-z,defs $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/lagebild: $(CMD_SRC:%.c=$(BUILD)/%.o) $(BUILD)/liblagebild.a
	@echo LD $@
	@$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/lagebild-eval: $(sort $(EVAL_SRC:%.c=$(BUILD)/%.o)) $(BUILD)/liblagebild.a
	@echo LD $@
	@$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

# Changes when PREFIX does: the models' place is compiled in, the prefix stands in lagebild.pc.
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@

$(BUILD)/src/language/language.o: $(BUILD)/prefix

$(BUILD)/lagebild.pc: Makefile $(BUILD)/prefix
	@printf 'prefix=%s\nlibdir=$${prefix}/lib\nincludedir=$${prefix}/include\n\nName: lagebild\nDescription: reads the news comparatively\nVersion: %s\nRequires.private: %s\nLibs: -L$${libdir} -llagebild\nLibs.private: -lstemmer -lm -lpthread\nCflags: -I$${includedir}\n' \
	  '$(PREFIX)' "$$(sed -n 's/^#define LAGEBILD_VERSION "\(.*\)"/\1/p' include/lagebild.h)" '$(PACKAGES)' > $@

$(BUILD)/test/%: $(BUILD)/test-obj/%.o $(BUILD)/liblagebild.a
	@mkdir -p $(@D)
	@echo LD $@
	@$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/test-obj/%.o: test/%.c
	@mkdir -p $(@D)
	@echo CC $<
	@$(CC) $(CPPFLAGS) -Itest $(PKG_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/bench/%: $(BUILD)/bench/%.o $(BUILD)/liblagebild.a
	@echo LD $@
	@$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/tools/%: $(BUILD)/models/tools/%.o $(BUILD)/liblagebild.a
	@mkdir -p $(@D)
	@echo LD $@
	@$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

# What two of the tools share, or one is split into.
$(BUILD)/tools/train_letters $(BUILD)/tools/train_names: $(BUILD)/models/tools/flagged_names.o
$(BUILD)/tools/train_names: $(BUILD)/models/tools/name_field.o

$(BUILD)/fuzz_%: test/fuzz/fuzz_%.c $(BUILD)/liblagebild.a
	@echo LD $@
	@$(CC) $(CPPFLAGS) $(PKG_CFLAGS) $(CFLAGS) -fsanitize=fuzzer -o $@ $^ $(PKG_LIBS)

tests: all $(TEST_BIN)

check: tests
	BUILD=$(BUILD) test/run

# gcc sees conversions in instrumented code that are not there; the plain builds look for them.
asan:
	$(MAKE) BUILD=$(BUILD)/asan SAN='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-conversion' OPT='-O1 -g' check

tsan:
	$(MAKE) BUILD=$(BUILD)/tsan SAN='-fsanitize=thread -Wno-conversion' OPT='-O1 -g' check

fuzz:
	test/fuzz/run $(BUILD)/fuzz

bench: all $(BENCH_SRC:%.c=$(BUILD)/%)
	BUILD=$(BUILD) bench/run

eval: all
	BUILD=$(BUILD) eval/run

# All write into models/; what they are made from stands in models/README.
lexicon: $(BUILD)/tools/make_lexicon
	models/tools/make_lexicon.sh $(BUILD)

tagger: $(BUILD)/tools/train_tagger
	$(BUILD)/tools/train_tagger models/german.lexicon models/german.tagger $(UD)

names: $(BUILD)/tools/train_letters $(BUILD)/tools/train_names
	models/tools/make_names.sh $(BUILD) $(NAMES)

NAMES = ../shared/load/de-news-41k.jsonl.xz ../shared/gold/language/names-dev.jsonl ../shared/gold/language/ner-pud.iob2
UD = ../shared/gold/language/ud-gsd-dev.conllu ../shared/gold/language/ud-pud.conllu

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(MODELS)
	install -m 755 $(BUILD)/lagebild $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(BUILD)/liblagebild.a $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(BUILD)/liblagebild.so $(DESTDIR)$(PREFIX)/lib/liblagebild.so.0
	ln -sf liblagebild.so.0 $(DESTDIR)$(PREFIX)/lib/liblagebild.so
	install -m 644 include/lagebild.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(BUILD)/lagebild.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/
	for f in $$(find models -maxdepth 1 -type f); do install -m 644 $$f $(DESTDIR)$(MODELS)/; done

clean:
	rm -rf $(BUILD)


.PHONY: FORCE all tests check asan tsan fuzz bench eval install clean lexicon tagger names
.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
